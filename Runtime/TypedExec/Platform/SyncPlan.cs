using TypedExec.Requests;

namespace TypedExec.Platform;

/// <summary>What to run to completion on the caller's thread.</summary>
/// <param name="Stages">The children in order, without the pipes between them.</param>
/// <param name="Timeout">How long they may run, or null for no limit.</param>
/// <param name="Input">The input for the first one's stdin, which is then closed.</param>
/// <param name="MaxBuffer">The maximum number of bytes of each output.</param>
internal readonly record struct SyncPlan(IReadOnlyList<StartRequest> Stages, TimeSpan? Timeout, ReadOnlyMemory<byte> Input, long MaxBuffer);
