namespace TypedExec.IO;

/// <summary>
/// One of the places that an output goes to beside its capture, or instead of it: a stream or callback of the user's, a
/// file, the parent's own descriptor. Several may be attached to one output.
/// </summary>
/// <remarks>Called on the thread pool, never under a lock, one call at a time. A target that is slow slows the child.</remarks>
internal abstract class OutputTarget
{
    /// <summary>Takes a piece of the output. The bytes are valid until the returned task completes.</summary>
    /// <param name="bytes">The piece, never empty.</param>
    /// <param name="cancellationToken">Cancelled when the run gives its output up.</param>
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>The output has ended; called once, also after <see cref="WriteAsync"/> has failed, so that a file can be closed.</summary>
    /// <param name="cancellationToken">Cancelled when the run gives its output up.</param>
    public virtual ValueTask EndAsync(CancellationToken cancellationToken) => default;
}
