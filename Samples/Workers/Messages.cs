using System.Text.Json.Serialization;

namespace Workers;

/// <summary>A request of the parent: the primes below a limit. <paramref name="Crash"/> makes the worker exit instead.</summary>
public sealed record Job(int Number, int Limit, bool Crash);

/// <summary>The answer of a worker.</summary>
public sealed record JobResult(int Number, int Primes, string By);

/// <summary>The JSON of the messages, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(JobResult))]
public sealed partial class WorkersJson : JsonSerializerContext;
