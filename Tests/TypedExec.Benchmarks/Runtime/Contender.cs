using System.Globalization;
using System.Text.Json;

namespace TypedExec.Benchmarks.Runtime;

/// <summary>A program that runs one workload with one rival and prints its <see cref="Sample"/>.</summary>
internal sealed record Contender(string Name, string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The exit code of a contender whose rival can't run the workload.</summary>
    public const int CannotDo = 3;

    /// <summary>All of them; C first, the limit.</summary>
    /// <param name="limit">The compiled <c>rival.c</c>.</param>
    /// <param name="warmUp">How long those with a just-in-time compiler may warm up.</param>
    public static IReadOnlyList<Contender> All(string limit, TimeSpan warmUp)
    {
        var milliseconds = warmUp.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
        return
        [
            new("C", limit, []),
            .. Worker.Rivals.Keys.Select(
                rival => new Contender(rival, Environment.ProcessPath!, ["runtime", "one", rival, limit, milliseconds])),
            new("Node", "node", [Path.Combine(AppContext.BaseDirectory, "Runtime", "rival.mjs"), limit, milliseconds]),
        ];
    }

    /// <summary>Runs it once. Returns null if the rival can't run the workload.</summary>
    public async Task<Sample?> RunAsync(string work, int count)
    {
        var result = await new Executable(Program).ExecFile([.. Arguments, work, $"{count}"], new() { ThrowOnFailure = false });
        return result.ExitCode switch
        {
            0 => JsonSerializer.Deserialize(result.Stdout, SampleJson.Default.Sample),
            CannotDo => null,
            _ => throw new InvalidOperationException($"{Name} failed at {work}: {result.Stderr}"),
        };
    }
}
