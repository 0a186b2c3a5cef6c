using TypedExec.Platform;
using TypedExec.Testing.Cassettes;

namespace TypedExec.Testing;

/// <summary>
/// Records the results of real programs to a file, and replays them without the programs: <c>await using var cassette =
/// Cassette.Record("git.json");</c> once, and <c>Cassette.Replay("git.json")</c> afterwards.
/// </summary>
/// <remarks>
/// <para>It applies to the current call flow, as <see cref="FakeCommands"/> does. Create it in the test method itself.</para>
/// <para>The file is readable JSON: command lines, outputs line by line (bytes that aren't text as base64), exit codes and start
/// failures. It is the same whenever the programs do the same, so a snapshot test can verify it. It doesn't contain process IDs,
/// times, environments, working directories or input. Secrets of the commands are masked everywhere in it.</para>
/// <para>Output that reaches this process or goes to a file is recorded. Output to an inherited descriptor
/// (<see cref="Output.Inherit"/>) is displayed but not recorded, and neither is what one stage of a pipeline writes to the
/// next.</para>
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

    /// <summary>Gets the path of the file.</summary>
    public string Path { get; }

    /// <summary>Gets the command lines of a replay that haven't been run yet. It is empty for a recording.</summary>
    public IReadOnlyList<string> Unplayed => _replay?.Left ?? [];

    /// <summary>Runs commands for real and records them. The file is written on disposal.</summary>
    /// <param name="path">The path of the file, which is overwritten.</param>
    /// <param name="secrets">Values to mask in addition to the secrets of the commands, such as a password in the environment
    /// that a program prints.</param>
    public static Cassette Record(string path, params IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return new Cassette(path, secrets);
    }

    /// <summary>Answers commands from a file.</summary>
    /// <remarks>
    /// Each recorded run answers one call with the same program and arguments, in order; any other command throws
    /// <see cref="NotFakedException"/>. A masked argument matches any secret. A run that was ended by a signal when it was
    /// recorded, such as by a timeout, waits for a signal in the replay too.
    /// </remarks>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="FileNotFoundException">The file doesn't exist.</exception>
    /// <exception cref="InvalidDataException">The file isn't a cassette.</exception>
    public static Cassette Replay(string path) => new(path, secrets: null);

    /// <summary>Removes the cassette from this call flow and writes a recording to its file.</summary>
    /// <exception cref="InvalidOperationException">A command is still being recorded. The file contains the others.</exception>
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
