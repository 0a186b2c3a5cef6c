using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using TypedExec.Requests;

namespace TypedExec.Remote.Slurm;

/// <summary>Reads the results that tasks have written.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ResultFiles(RunFolder folder, SlurmOptions options)
{
    /// <summary>The offset of a signal's exit code in awk's system(); 256 more with a core dump.</summary>
    private const int SignalBase = 256;

    /// <summary>The exit codes of timeout(1) when it ended its command, and when that took a SIGKILL.</summary>
    private const int TimeoutExit = 124;

    private const int KilledExit = 128 + (int)Signal.SIGKILL;

    /// <summary>The result of the pack's next command, or null if it hasn't ended.</summary>
    public ClusterResult? TryRead(Pack pack)
    {
        var file = folder.FilePath(pack, $"{pack.Next}.end");
        if (!File.Exists(file))
        {
            return null;
        }

        var line = File.ReadAllText(file);
        if (!line.EndsWith('\n'))
        {
            // It was read while it was being written.
            return null;
        }

        // Version, submission, status, start, end, node, task. A failure that this side wrote has its name as the status, and a message.
        var words = line[..^1].Split(' ', 8);
        if (words is not ["1", var submission, var status, var started, var ended, var node, var task, ..])
        {
            throw new ClusterException($"\"{file}\" wasn't written by the run's tasks.");
        }

        var header = CommandFile.ReadHeader(folder.FilePath(pack, $"{pack.Next}.cmd"));
        var (startedAt, endedAt) = (Time(started), Time(ended));
        var end = Interpret(status, header, endedAt - startedAt, node, words.Length > 7 ? words[7] : null);
        var (stdout, isStdoutCut) = ReadOutput(folder.FilePath(pack, $"{pack.Next}-{submission}.out"));
        var (stderr, isStderrCut) = ReadOutput(folder.FilePath(pack, $"{pack.Next}-{submission}.err"));
        return new ClusterResult
        {
            Index = pack.Next,
            Command = header.Command,
            Secrets = header.Secrets ?? [],
            Status = end.Status,
            Failure = end.Failure,
            Success = end.Error is null,
            ErrorMessage = end.Error,
            Code = end.Code,
            StdoutBytes = stdout,
            StderrBytes = stderr,
            IsOutputTruncated = isStdoutCut || isStderrCut,
            StartedAt = startedAt,
            EndedAt = endedAt,
            Node = node == "-" ? null : node,
            Task = task == "-" ? null : task,
        };
    }

    /// <summary>Whether the pack's next command was started in the pack's current job array.</summary>
    public bool WasStarted(Pack pack) => File.Exists(folder.FilePath(pack, $"{pack.Next}-{pack.Submission!.Number}.out"));

    /// <summary>
    /// Records that the pack's next command ended with its task. The result is written to a file, so that the task that receives the rest of the
    /// pack skips the command.
    /// </summary>
    public ClusterResult WriteFailure(Pack pack, ClusterFailure failure, string reason)
    {
        var task = pack.Submission is { JobId: { } job } ? $"{job}_{pack.Number}" : "-";
        RunFolder.Replace(
            folder.FilePath(pack, $"{pack.Next}.end"), Encoding.UTF8.GetBytes($"1 {pack.Submission?.Number ?? 0} {failure} - - - {task} {reason}\n"));
        return TryRead(pack)!;
    }

    /// <summary>The same without a file: if the run is resumed, the command runs after all.</summary>
    public ClusterResult Fail(Pack pack, ClusterFailure failure, string reason)
    {
        var header = CommandFile.ReadHeader(folder.FilePath(pack, $"{pack.Next}.cmd"));
        var number = pack.Submission?.Number ?? 0;
        var (stdout, isStdoutCut) = ReadOutput(folder.FilePath(pack, $"{pack.Next}-{number}.out"));
        var (stderr, isStderrCut) = ReadOutput(folder.FilePath(pack, $"{pack.Next}-{number}.err"));
        return new ClusterResult
        {
            Index = pack.Next,
            Command = header.Command,
            Secrets = header.Secrets ?? [],
            Failure = failure,
            Success = false,
            ErrorMessage = $"{header.Command}: {reason}",
            StdoutBytes = stdout,
            StderrBytes = stderr,
            IsOutputTruncated = isStdoutCut || isStderrCut,
            Task = pack.Submission is { JobId: { } job } ? $"{job}_{pack.Number}" : null,
        };
    }

    /// <summary>
    /// Makes a network file system refresh the folder of a pack. It may cache for half a minute that a file doesn't exist, and only opening the folder
    /// makes it check again.
    /// </summary>
    public void Refresh(Pack pack)
    {
        using var entries = Directory.EnumerateFileSystemEntries(folder.PackPath(pack)).GetEnumerator();
        entries.MoveNext();
    }

    /// <summary>The last lines of the task's own output, for messages.</summary>
    public string Log(Pack pack)
    {
        try
        {
            var (bytes, _) = Read(folder.LogPath(pack), 4096);
            return string.Join("; ", Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(3));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static (ExitStatus Status, ClusterFailure Failure, string? Error, string? Code) Interpret(
        string status, CommandHeader header, TimeSpan? duration, string node, string? reason)
    {
        if (int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            var exit = code < SignalBase ? new ExitStatus(code, null) : new ExitStatus(null, (Signal)(code % SignalBase));
            if (header.Timeout is { } limit && duration?.TotalSeconds >= limit * 0.99
                && (code is TimeoutExit or KilledExit || exit.Signal == Signal.SIGKILL))
            {
                var signal = code == TimeoutExit ? header.KillSignal : Signal.SIGKILL;
                var text = string.Create(CultureInfo.InvariantCulture, $"{header.Command} timed out after {limit:0.###} s");
                return (new ExitStatus(null, signal), ClusterFailure.TimedOut, text, "ETIMEDOUT");
            }

            var isSuccess = exit.ExitCode is { } value && (header.Success is { } codes ? codes.Contains(value) : value == 0);
            return (exit, ClusterFailure.None, isSuccess ? null : StatusText.Describe(header.Command, exit), null);
        }

        if (Enum.TryParse<ClusterFailure>(status, out var failure))
        {
            return (default, failure, $"{header.Command}: {reason}", null);
        }

        // For example "ENOENT:program".
        var parts = status.Split(':');
        var what = parts is [_, "cwd"] ? "its working directory (Cwd)" : "its program";
        return (default, ClusterFailure.NotStarted, $"{header.Command} couldn't be started on {node}: {parts[0]}, {what}", parts[0]);
    }

    private (byte[] Bytes, bool IsCut) ReadOutput(string file)
    {
        try
        {
            return Read(file, options.MaxBuffer);
        }
        catch (FileNotFoundException)
        {
            // The command was never started.
            return ([], false);
        }
    }

    private static (byte[] Bytes, bool IsCut) Read(string file, int limit)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var bytes = new byte[Math.Min(stream.Length, limit)];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return (length == bytes.Length ? bytes : bytes[..length], stream.Length > limit);
    }

    /// <summary>Hundredths of a second since 1970, or a dash.</summary>
    private static DateTimeOffset? Time(string text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hundredths)
            ? DateTimeOffset.UnixEpoch.AddMilliseconds(10 * hundredths)
            : null;
}
