namespace TypedExec.Remote;

/// <summary>
/// A run on a cluster could not be submitted, followed or taken up. A command that fails is no such exception but a
/// <see cref="ClusterResult"/>.
/// </summary>
public sealed class ClusterException : Exception
{
    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong, and what to do about it.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public ClusterException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether it may be different in a moment: the controller gave no answer.</summary>
    internal bool IsTransient { get; init; }
}
