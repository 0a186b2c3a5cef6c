using TypedExec.Requests;

namespace TypedExec;

/// <summary>
/// The exception that is thrown when a run is canceled by its token, after the child has exited. It identifies the command and
/// contains the output up to then.
/// </summary>
/// <remarks>It derives from <see cref="OperationCanceledException"/>, as .NET expects of a cancellation. Therefore <c>catch
/// (ExecException)</c> doesn't catch it.</remarks>
public sealed class ExecCanceledException : OperationCanceledException
{
    private readonly FailureOutput? _output;

    internal ExecCanceledException(string message, FailureOutput? output, Exception? innerException, CancellationToken cancellationToken)
        : base(message, innerException, cancellationToken)
        => _output = output;

    /// <summary>Gets the arguments after argv[0], with secrets masked (Node's <c>spawnargs</c>). Empty for a pipeline.</summary>
    public IReadOnlyList<string> SpawnArgs { get; internal init; } = [];

    /// <summary>
    /// Gets the command, with secrets masked (Node's <c>cmd</c>): the program and its arguments separated by spaces, or the text
    /// for the shell.
    /// </summary>
    public string Cmd { get; internal init; } = "";

    /// <summary>Gets the exit code, or null if the child wasn't started or a signal ended it.</summary>
    public int? ExitCode { get; internal init; }

    /// <summary>Gets the signal that ended the child, or null.</summary>
    public Signal? Signal { get; internal init; }

    /// <summary>Gets the captured stdout of the child, or the end of it, as in <see cref="ExecException.Stdout"/>.</summary>
    public string Stdout => _output?.Stdout ?? "";

    /// <summary>Gets the captured stderr of the child, or the end of it, as in <see cref="ExecException.Stderr"/>.</summary>
    public string Stderr => _output?.Stderr ?? "";

    /// <summary>Gets <see cref="Stdout"/> as raw bytes.</summary>
    public ReadOnlyMemory<byte> StdoutBytes => _output?.StdoutBytes;

    /// <summary>Gets <see cref="Stderr"/> as raw bytes.</summary>
    public ReadOnlyMemory<byte> StderrBytes => _output?.StderrBytes;
}
