using TypedExec.Requests;

namespace TypedExec.Running;

/// <summary>Why TypedExec itself ended a child.</summary>
internal enum StopReason
{
    None,
    TimedOut,
    StdoutOverflowed,
    StderrOverflowed,
    Cancelled,
}

/// <summary>A child that has ended with its captured output; becomes the result or the exception of <c>Exec</c> and <c>ExecFile</c>.</summary>
internal readonly record struct Outcome(
    StartRequest Request, CaptureRunOptions Options, ExitStatus Status, StopReason Stop, bool Killed,
    ReadOnlyMemory<byte> Stdout, ReadOnlyMemory<byte> Stderr, TimeSpan Duration)
{
    public bool IsFailure => Stop != StopReason.None || (!Status.Success && Options.ThrowOnFailure);

    public ExecResult ToResult() => new(Request.Command, Status, Stdout, Stderr, Options.Encoding, Duration);

    /// <summary>The error with Node's fields and message.</summary>
    public ExecException ToException()
    {
        var stderr = Options.Encoding.GetString(Stderr.Span);
        return new ExecException(Message(stderr))
        {
            Code = Stop is StopReason.StdoutOverflowed or StopReason.StderrOverflowed ? "ERR_CHILD_PROCESS_STDIO_MAXBUFFER" : null,
            SpawnArgs = [.. Request.ShownArgv.Skip(1)],
            Cmd = Request.Command,
            ExitCode = Status.ExitCode,
            Signal = Status.Signal,
            Killed = Killed || Stop != StopReason.None,
            TimedOut = Stop == StopReason.TimedOut,
            Stdout = Options.Encoding.GetString(Stdout.Span),
            Stderr = stderr,
        };
    }

    private string Message(string stderr) => Stop switch
    {
        StopReason.StdoutOverflowed => "stdout maxBuffer length exceeded",
        StopReason.StderrOverflowed => "stderr maxBuffer length exceeded",
        StopReason.TimedOut => $"Command failed: {Request.Command}\nTimed out after {Options.Timeout}.\n{stderr}",
        _ => $"Command failed: {Request.Command}\n{stderr}",
    };
}
