namespace TypedExec.Remote;

/// <summary>
/// The exception that is thrown when a carrier fails rather than the command: the host is unreachable, sudo denies access, or
/// the container doesn't exist.
/// </summary>
/// <remarks>
/// The message contains the cause, what to do about it, and what the carrier printed. The carrier's failure is recognized by
/// its exit code and its stderr. If stderr isn't captured and the exit code is ambiguous, the run throws a plain
/// <see cref="ExecException"/>.
/// </remarks>
public sealed class CarrierException : ExecException
{
    /// <summary>Initializes a new instance with a message.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause, or null.</param>
    public CarrierException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal CarrierException(string message, ExecException failure)
        : base(message, failure)
    {
    }

    /// <summary>Gets the carrier's program, such as <c>ssh</c>, <c>sudo</c>, or <c>docker</c>.</summary>
    public string Carrier { get; init; } = "";

    /// <summary>Gets the kind of the failure.</summary>
    public CarrierFailureKind Kind { get; init; }

    /// <summary>Gets what to do about the failure.</summary>
    public string Advice { get; init; } = "";
}
