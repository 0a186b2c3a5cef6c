using System.Text.Json.Serialization;

namespace TypedExec.Remote.Slurm;

/// <summary>What a run is, from its first submission to its end.</summary>
/// <param name="Version">The layout of the folder.</param>
/// <param name="Count">How many commands there are.</param>
/// <param name="CommandsPerTask">How many of them make a pack.</param>
internal sealed record RunManifest(int Version, int Count, int CommandsPerTask);

/// <param name="Tasks">The packs of a job array, as sbatch writes them: <c>0-3,7</c>.</param>
internal sealed record SubmissionFile(string Tasks);

/// <summary>What is to be known of a command besides how to run it: a comment at the head of its file.</summary>
/// <param name="Command">The command line, secrets masked.</param>
/// <param name="Success">The exit codes that are no failure; null for 0 alone.</param>
/// <param name="Timeout">Its time limit in seconds, or null.</param>
/// <param name="KillSignal">The signal that ends it then.</param>
/// <param name="Secrets">What is masked in messages; the file has it in its arguments anyway.</param>
internal sealed record CommandHeader(
    string Command, IReadOnlyList<int>? Success = null, double? Timeout = null, Signal KillSignal = Signal.SIGTERM,
    IReadOnlyList<string>? Secrets = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(SubmissionFile))]
[JsonSerializable(typeof(CommandHeader))]
internal sealed partial class FileJson : JsonSerializerContext;
