using System.Text.Json.Serialization;

namespace TypedExec.Testing.Cassettes;

/// <summary>One run of a cassette, as its file has it.</summary>
internal sealed record RecordedRun
{
    /// <summary>The command line, for who reads the file.</summary>
    public required string Command { get; init; }

    public required string FileName { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Why it could not be started, or null.</summary>
    public RecordedStartFailure? StartFailure { get; init; }

    public int? ExitCode { get; init; }

    public string? Signal { get; init; }

    /// <summary>Whether it was sent a signal before it ended: a replay waits for one too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WasSignalled { get; init; }

    /// <summary>What it wrote, by descriptor.</summary>
    public IReadOnlyList<RecordedOutput> Output { get; init; } = [];
}

/// <summary>Why a program could not be started.</summary>
internal sealed record RecordedStartFailure(string Code, string? Syscall, string? Path, string? Hint);

/// <summary>All that was written to one descriptor: text as its lines, or bytes that are no text.</summary>
internal sealed record RecordedOutput
{
    /// <summary>1 is stdout, 2 is stderr.</summary>
    public required int Descriptor { get; init; }

    /// <summary>The lines, joined by <c>\n</c>; the last is empty where the text ends in one.</summary>
    public IReadOnlyList<string>? Lines { get; init; }

    public string? Base64 { get; init; }
}

/// <summary>The whole file.</summary>
internal sealed record RecordedRuns
{
    public int Version { get; init; } = 1;

    public required IReadOnlyList<RecordedRun> Runs { get; init; }
}

/// <summary>The form of the file: indented, with letters as they are, so that a person can read it and review a change.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NewLine = "\n")]
[JsonSerializable(typeof(RecordedRuns))]
internal sealed partial class CassetteJson : JsonSerializerContext;
