using System.Text.Json.Serialization;

namespace TypedExec.Benchmarks.Runtime;

/// <summary>One run of one work by one rival, in a process of its own.</summary>
/// <param name="Seconds">Wall time of the work, without the start of the process.</param>
/// <param name="Cpu">CPU seconds of the process, without its children.</param>
/// <param name="PeakKb">Peak resident memory.</param>
/// <param name="Allocated">Managed bytes allocated by the work; 0 where there are none.</param>
/// <param name="Threads">How many threads there were at the most beyond those before the work.</param>
internal sealed record Sample(double Seconds, double Cpu, long PeakKb, long Allocated, int Threads);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Sample))]
internal sealed partial class SampleJson : JsonSerializerContext;
