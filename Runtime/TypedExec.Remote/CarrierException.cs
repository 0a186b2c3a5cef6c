namespace TypedExec.Remote;

/// <summary>
/// A carrier has failed, and not the command: the host cannot be reached, sudo refuses, there is no such container. The message says what
/// was wrong and what to do, and then what the carrier printed.
/// </summary>
/// <remarks>
/// It is known by the carrier's exit code and by what it printed on stderr, so a run that does not capture stderr gets the plain
/// <see cref="ExecException"/> where the exit code alone does not tell.
/// </remarks>
public sealed class CarrierException : ExecException
{
    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public CarrierException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal CarrierException(string message, ExecException failure)
        : base(message, failure)
    {
    }

    /// <summary>The carrier's program: <c>ssh</c>, <c>sudo</c>, <c>docker</c>.</summary>
    public string Carrier { get; init; } = "";

    /// <summary>What kind of failure it is.</summary>
    public CarrierFailureKind Kind { get; init; }

    /// <summary>What to do about it.</summary>
    public string Advice { get; init; } = "";
}
