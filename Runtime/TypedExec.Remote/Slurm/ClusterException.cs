namespace TypedExec.Remote;

/// <summary>
/// The exception that is thrown when a run on a cluster can't be submitted, followed, or resumed. A command that fails is reported as a
/// <see cref="ClusterResult"/> instead.
/// </summary>
public sealed class ClusterException : Exception
{
    /// <summary>Initializes a new instance with a message.</summary>
    /// <param name="message">What went wrong, and what to do about it.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ClusterException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether a later attempt may succeed: the controller didn't respond.</summary>
    internal bool IsTransient { get; init; }
}
