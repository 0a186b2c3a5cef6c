using System.Text;

namespace TypedExec;

/// <summary>What a child that was run to its end gave: the result of <c>Exec</c>, <c>ExecFile</c> and their sync twins.</summary>
public sealed class ExecResult
{
    private readonly Encoding _encoding;

    internal ExecResult(
        string command, ExitStatus status, ReadOnlyMemory<byte> stdout, ReadOnlyMemory<byte> stderr, Encoding encoding, TimeSpan duration)
    {
        _encoding = encoding;
        Command = command;
        ExitCode = status.ExitCode;
        Signal = status.Signal;
        StdoutBytes = stdout;
        StderrBytes = stderr;
        Duration = duration;
    }

    /// <summary>The child's stdout as text, decoded when it is first asked for.</summary>
    public string Stdout => field ??= _encoding.GetString(StdoutBytes.Span);

    /// <summary>The child's stderr as text, decoded when it is first asked for.</summary>
    public string Stderr => field ??= _encoding.GetString(StderrBytes.Span);

    /// <summary>The child's stdout, byte for byte.</summary>
    public ReadOnlyMemory<byte> StdoutBytes { get; }

    /// <summary>The child's stderr, byte for byte.</summary>
    public ReadOnlyMemory<byte> StderrBytes { get; }

    /// <summary>The exit code, or null when a signal ended the child.</summary>
    public int? ExitCode { get; }

    /// <summary>The signal that ended the child, or null.</summary>
    public Signal? Signal { get; }

    /// <summary>How long it took from the start to the end of the child and its output.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The command: the program and its arguments separated by spaces, or the shell's text; secrets masked.</summary>
    public string Command { get; }
}
