using TypedExec.Platform;
using TypedExec.Testing.Cassettes;

namespace TypedExec.Testing;

/// <summary>
/// Records what real programs do into a file, and replays it without them: <c>await using var cassette = Cassette.Record("git.json");</c>
/// once, and <c>Cassette.Replay("git.json")</c> ever after.
/// </summary>
/// <remarks>
/// <para>It holds for this call flow, as <see cref="FakeCommands"/> does. Make it in the test's own method.</para>
/// <para>The file is JSON that a person can read: command lines, outputs line by line (bytes that are no text as base64), exit codes,
/// start failures. It is the same whenever the programs do the same, so a snapshot test can verify it. It has no pid, time, environment,
/// working directory or input. Secrets of the commands are masked in it wherever they stand.</para>
/// <para>Output is recorded that comes to this process or goes to a file. What a child inherits (<see cref="Output.Inherit"/>) is shown
/// and not recorded, and what one stage of a pipeline writes to the next is not either, as the last one's output is.</para>
/// </remarks>
public sealed class Cassette : IAsyncDisposable, IDisposable
{
    private readonly IProcessBackend? _former = Backend.Replacement;
    private readonly RecordingBackend? _recording;
    private readonly ReplayBackend? _replay;
    private int _isDisposed;

    private Cassette(string path, IEnumerable<string>? secrets)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = System.IO.Path.GetFullPath(path);
        var outer = _former ?? Backend.Platform;
        if (secrets is not null)
        {
            _recording = new RecordingBackend(outer, Path, [.. secrets]);
        }
        else
        {
            _replay = new ReplayBackend(outer, Path);
        }

        Backend.Replace((IProcessBackend?)_recording ?? _replay);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The command lines of a replay that were not run yet; none of a recording.</summary>
    public IReadOnlyList<string> Unplayed => _replay?.Left ?? [];

    /// <summary>Runs commands for real and records them. Disposal writes the file.</summary>
    /// <param name="path">The file, which is written over.</param>
    /// <param name="secrets">
    /// Texts that are masked besides what the commands mark as secret, such as a password in the environment that a program prints.
    /// </param>
    public static Cassette Record(string path, params IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return new Cassette(path, secrets);
    }

    /// <summary>
    /// Answers commands from a file: each of its runs once, for a call with the same program and arguments, in order. What is not there
    /// throws <see cref="NotFakedException"/>. A masked argument matches whatever the secret is.
    /// </summary>
    /// <remarks>A run that was ended by a signal while it was recorded, such as by a timeout, waits for a signal in the replay too.</remarks>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not a cassette.</exception>
    public static Cassette Replay(string path) => new(path, secrets: null);

    /// <summary>Takes it out of this call flow; a recording is written.</summary>
    /// <exception cref="InvalidOperationException">A command is still being recorded. The others are in the file.</exception>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        if (Backend.Replacement is { } current && (current == _recording || current == _replay))
        {
            Backend.Replace(_former);
        }

        _replay?.Dispose();
        _recording?.Save();
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
