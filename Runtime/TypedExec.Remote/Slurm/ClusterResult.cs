using System.Text;
using TypedExec.Requests;

namespace TypedExec.Remote;

/// <summary>How one command of a run on a cluster ended. It can be made by hand, for tests.</summary>
public sealed class ClusterResult
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Which of the run's commands it is, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The command line, with secrets masked.</summary>
    public required string Command { get; init; }

    /// <summary>How the command ended. Both parts are null when its end is unknown: see <see cref="Failure"/>.</summary>
    public ExitStatus Status { get; init; }

    /// <summary>The exit code, or null when a signal ended the command, or its end is unknown.</summary>
    public int? ExitCode => Status.ExitCode;

    /// <summary>The signal that ended the command, or null.</summary>
    public Signal? Signal => Status.Signal;

    /// <summary>Why the command did not run to an end of its own; <see cref="ClusterFailure.None"/> when it did.</summary>
    public ClusterFailure Failure { get; init; }

    /// <summary>Whether it ran to its end with an exit code that counts as success (<see cref="ProcessOptions.SuccessExitCodes"/>).</summary>
    public required bool Success { get; init; }

    /// <summary>What went wrong, in a sentence; null for success.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The command's stdout as UTF-8 text, decoded when it is first asked for.</summary>
    public string Stdout => field ??= Utf8.GetString(StdoutBytes.Span);

    /// <summary>The command's stderr as UTF-8 text, decoded when it is first asked for.</summary>
    public string Stderr => field ??= Utf8.GetString(StderrBytes.Span);

    /// <summary>The command's stdout, byte for byte.</summary>
    public ReadOnlyMemory<byte> StdoutBytes { get; init; }

    /// <summary>The command's stderr, byte for byte.</summary>
    public ReadOnlyMemory<byte> StderrBytes { get; init; }

    /// <summary>Whether there is more output than <see cref="SlurmOptions.MaxBuffer"/>; all of it is in the run's folder.</summary>
    public bool IsOutputTruncated { get; init; }

    /// <summary>When it was started, by the node's clock; null when its end is unknown.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, by the node's clock; null when its end is unknown.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How long it took; zero when its end is unknown.</summary>
    public TimeSpan Duration => EndedAt - StartedAt ?? TimeSpan.Zero;

    /// <summary>The node that it ran on, or null.</summary>
    public string? Node { get; init; }

    /// <summary>The task that it ran in, as Slurm names it: <c>1234_5</c>; null when it was in none.</summary>
    public string? Task { get; init; }

    /// <summary>How far the run is, this result included.</summary>
    public ClusterProgress Progress { get; internal set; }

    internal string? Code { get; init; }

    internal IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Throws what a local call would have thrown for a failure.</summary>
    /// <returns>This result, when it is one of success.</returns>
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
