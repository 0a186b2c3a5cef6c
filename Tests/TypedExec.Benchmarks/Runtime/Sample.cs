using System.Text.Json.Serialization;

namespace TypedExec.Benchmarks.Runtime;

/// <summary>One run of one workload with one rival, in its own process.</summary>
/// <param name="Seconds">Wall time of the work, without the start of the process.</param>
/// <param name="Cpu">CPU seconds of the process, without its children.</param>
/// <param name="PeakKb">Peak resident memory.</param>
/// <param name="Allocated">Managed bytes that the workload allocated; 0 if there are none.</param>
/// <param name="Threads">The maximum number of threads beyond those before the workload.</param>
internal sealed record Sample(double Seconds, double Cpu, long PeakKb, long Allocated, int Threads);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Sample))]
internal sealed partial class SampleJson : JsonSerializerContext;
