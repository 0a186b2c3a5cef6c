using System.Text.Json.Serialization;

namespace TypedExec.Testing.Cassettes;

/// <summary>One run of a cassette, in the form of its file.</summary>
internal sealed record RecordedRun
{
    /// <summary>Gets the command line, for readers of the file.</summary>
    public required string Command { get; init; }

    public required string FileName { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Gets the reason why it couldn't be started, or null.</summary>
    public RecordedStartFailure? StartFailure { get; init; }

    public int? ExitCode { get; init; }

    public string? Signal { get; init; }

    /// <summary>Gets whether a signal was sent to it before it exited. If so, a replay waits for one too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WasSignalled { get; init; }

    /// <summary>Gets its output, by descriptor.</summary>
    public IReadOnlyList<RecordedOutput> Output { get; init; } = [];
}

/// <summary>The reason why a program couldn't be started.</summary>
internal sealed record RecordedStartFailure(string Code, string? Syscall, string? Path, string? Hint);

/// <summary>All output to one descriptor: lines of text, or bytes that aren't text.</summary>
internal sealed record RecordedOutput
{
    /// <summary>Gets the descriptor: 1 is stdout, 2 is stderr.</summary>
    public required int Descriptor { get; init; }

    /// <summary>Gets the lines, separated by <c>\n</c>. The last one is empty if the text ends with one.</summary>
    public IReadOnlyList<string>? Lines { get; init; }

    public string? Base64 { get; init; }
}

/// <summary>The whole file.</summary>
internal sealed record RecordedRuns
{
    public int Version { get; init; } = 1;

    public required IReadOnlyList<RecordedRun> Runs { get; init; }
}

/// <summary>The form of the file: indented and with unescaped letters, so that people can read it and review changes.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NewLine = "\n")]
[JsonSerializable(typeof(RecordedRuns))]
internal sealed partial class CassetteJson : JsonSerializerContext;
