using TypedExec.Requests;

namespace TypedExec.Platform;

/// <summary>What is to be run to its end on the caller's thread.</summary>
/// <param name="Stages">The children in order, without the pipes between them.</param>
/// <param name="Timeout">How long they may run; null for no limit.</param>
/// <param name="Input">What goes to the first one's stdin before that is closed.</param>
/// <param name="MaxBuffer">How many bytes each output may have.</param>
internal readonly record struct SyncPlan(IReadOnlyList<StartRequest> Stages, TimeSpan? Timeout, ReadOnlyMemory<byte> Input, long MaxBuffer);
