using TypedExec.Requests;

namespace TypedExec;

/// <summary>
/// A run was cancelled by its token; the child is gone. It says which command that was and what it had written until then.
/// </summary>
/// <remarks>
/// It is an <see cref="OperationCanceledException"/>, as .NET expects of a cancellation, and so it is not caught by
/// <c>catch (ExecException)</c>.
/// </remarks>
public sealed class ExecCanceledException : OperationCanceledException
{
    private readonly FailureOutput? _output;

    internal ExecCanceledException(string message, FailureOutput? output, Exception? innerException, CancellationToken cancellationToken)
        : base(message, innerException, cancellationToken)
        => _output = output;

    /// <summary>The arguments after argv[0] (Node's <c>spawnargs</c>); secrets are masked. Empty for a pipeline.</summary>
    public IReadOnlyList<string> SpawnArgs { get; internal init; } = [];

    /// <summary>The command (Node's <c>cmd</c>): the program and its arguments separated by spaces, or the shell's text; secrets are masked.</summary>
    public string Cmd { get; internal init; } = "";

    /// <summary>The exit code, or null when the child was not started or a signal ended it.</summary>
    public int? ExitCode { get; internal init; }

    /// <summary>The signal that ended the child, or null.</summary>
    public Signal? Signal { get; internal init; }

    /// <summary>What was captured of the child's stdout, or its end, as in <see cref="ExecException.Stdout"/>.</summary>
    public string Stdout => _output?.Stdout ?? "";

    /// <summary>What was captured of the child's stderr, or its end, as in <see cref="ExecException.Stderr"/>.</summary>
    public string Stderr => _output?.Stderr ?? "";

    /// <summary><see cref="Stdout"/>, byte for byte.</summary>
    public ReadOnlyMemory<byte> StdoutBytes => _output?.StdoutBytes;

    /// <summary><see cref="Stderr"/>, byte for byte.</summary>
    public ReadOnlyMemory<byte> StderrBytes => _output?.StderrBytes;
}
