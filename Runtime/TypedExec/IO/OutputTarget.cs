namespace TypedExec.IO;

/// <summary>
/// A target of an output in addition to its capture, or instead of it: a user's stream or callback, a file, or the parent's own
/// descriptor. Several can be attached to one output.
/// </summary>
/// <remarks>Called on the thread pool, never under a lock, one call at a time. A slow target slows the child down.</remarks>
internal abstract class OutputTarget
{
    /// <summary>Takes a piece of the output. The bytes are valid until the returned task completes.</summary>
    /// <param name="bytes">The piece, which is never empty.</param>
    /// <param name="cancellationToken">Canceled when the run abandons its output.</param>
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>
    /// Ends the output. Called once, even after <see cref="WriteAsync"/> has failed, so that a file can be closed.
    /// </summary>
    /// <param name="cancellationToken">Canceled when the run abandons its output.</param>
    public virtual ValueTask EndAsync(CancellationToken cancellationToken) => default;
}
