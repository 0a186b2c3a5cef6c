using System.Text.Json.Serialization;

namespace TypedExec.Remote.Slurm;

/// <summary>The properties of a run that stay the same from its first submission to its end.</summary>
/// <param name="Version">The layout of the folder.</param>
/// <param name="Count">The number of commands.</param>
/// <param name="CommandsPerTask">The number of commands in a pack.</param>
internal sealed record RunManifest(int Version, int Count, int CommandsPerTask);

/// <param name="Tasks">The packs of a job array in sbatch's notation: <c>0-3,7</c>.</param>
internal sealed record SubmissionFile(string Tasks);

/// <summary>What the run needs to know about a command besides how to start it: a comment at the top of its file.</summary>
/// <param name="Command">The command line, with secrets masked.</param>
/// <param name="Success">The exit codes that count as success, or null for only 0.</param>
/// <param name="Timeout">Its time limit in seconds, or null.</param>
/// <param name="KillSignal">The signal that is sent at the time limit.</param>
/// <param name="Secrets">The texts to mask in messages. The file contains them in the arguments anyway.</param>
internal sealed record CommandHeader(
    string Command, IReadOnlyList<int>? Success = null, double? Timeout = null, Signal KillSignal = Signal.SIGTERM,
    IReadOnlyList<string>? Secrets = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(SubmissionFile))]
[JsonSerializable(typeof(CommandHeader))]
internal sealed partial class FileJson : JsonSerializerContext;
