using System.Text;
using TypedExec.Requests;

namespace TypedExec.Remote;

/// <summary>The result of one command of a run on a cluster. Tests can create it directly.</summary>
public sealed class ClusterResult
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Gets the zero-based index of the command in the run.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the command line, with secrets masked.</summary>
    public required string Command { get; init; }

    /// <summary>Gets how the command ended. Both parts are null if that is unknown; see <see cref="Failure"/>.</summary>
    public ExitStatus Status { get; init; }

    /// <summary>Gets the exit code, or null if a signal ended the command or its end is unknown.</summary>
    public int? ExitCode => Status.ExitCode;

    /// <summary>Gets the signal that ended the command, or null.</summary>
    public Signal? Signal => Status.Signal;

    /// <summary>Gets why the command didn't run to completion, or <see cref="ClusterFailure.None"/> if it did.</summary>
    public ClusterFailure Failure { get; init; }

    /// <summary>Gets whether it ran to completion with an exit code that counts as success (<see cref="ProcessOptions.SuccessExitCodes"/>).</summary>
    public required bool Success { get; init; }

    /// <summary>Gets what went wrong, in one sentence, or null on success.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Gets the command's stdout as UTF-8 text, decoded on first use.</summary>
    public string Stdout => field ??= Utf8.GetString(StdoutBytes.Span);

    /// <summary>Gets the command's stderr as UTF-8 text, decoded on first use.</summary>
    public string Stderr => field ??= Utf8.GetString(StderrBytes.Span);

    /// <summary>Gets the command's stdout, byte for byte.</summary>
    public ReadOnlyMemory<byte> StdoutBytes { get; init; }

    /// <summary>Gets the command's stderr, byte for byte.</summary>
    public ReadOnlyMemory<byte> StderrBytes { get; init; }

    /// <summary>Gets whether the output exceeds <see cref="SlurmOptions.MaxBuffer"/>. The run's folder contains all of it.</summary>
    public bool IsOutputTruncated { get; init; }

    /// <summary>Gets when it was started, by the node's clock, or null if its end is unknown.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Gets when it ended, by the node's clock, or null if its end is unknown.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Gets how long it took, or zero if its end is unknown.</summary>
    public TimeSpan Duration => EndedAt - StartedAt ?? TimeSpan.Zero;

    /// <summary>Gets the node that it ran on, or null.</summary>
    public string? Node { get; init; }

    /// <summary>Gets the task that it ran in, in Slurm's notation (<c>1234_5</c>), or null if there was none.</summary>
    public string? Task { get; init; }

    /// <summary>Gets the progress of the run, including this result.</summary>
    public ClusterProgress Progress { get; internal set; }

    internal string? Code { get; init; }

    internal IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Throws the exception that a local call would have thrown, if the command failed.</summary>
    /// <returns>This result, if the command succeeded.</returns>
    /// <exception cref="ExecException">The command failed.</exception>
    public ClusterResult EnsureSuccess()
        => Success ? this : throw new ExecException(
            ErrorMessage ?? $"{Command} failed", new FailureOutput(StdoutBytes.ToArray(), StderrBytes.ToArray(), Utf8, Secrets))
        {
            Cmd = Command,
            Code = Code,
            ExitCode = ExitCode,
            Signal = Signal,
            TimedOut = Failure is ClusterFailure.TimedOut or ClusterFailure.TimeLimit,
            Killed = Failure is ClusterFailure.TimedOut or ClusterFailure.TimeLimit or ClusterFailure.OutOfMemory or ClusterFailure.Cancelled,
        };
}
