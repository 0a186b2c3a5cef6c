using System.Globalization;
using System.Text.Json;
using TypedExec.Benchmarks.Figures;

namespace TypedExec.Benchmarks.Runtime;

/// <summary>A program that runs one workload with one rival and prints its <see cref="Sample"/>.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments, before the workload and its size.</param>
/// <param name="IsVariant">True if it is a variant of this project's own.</param>
internal sealed record Contender(string Name, string Program, IReadOnlyList<string> Arguments, bool IsVariant = false)
{
    /// <summary>Longer than any of them takes.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    /// <summary>All of them; C first, the limit.</summary>
    /// <param name="rivals">The programs of the rivals.</param>
    /// <param name="warmUp">How long those with a just-in-time compiler may warm up.</param>
    public static IReadOnlyList<Contender> All(RivalPrograms rivals, TimeSpan warmUp)
    {
        var milliseconds = warmUp.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
        return
        [
            new("C", rivals.Limit, []),
            .. RivalList.All.Select(rival => Managed(Environment.ProcessPath!, rival.Name, rival.Name, rival.IsVariant)),
            .. rivals.Net11 is null ? [] : (Contender[])
            [
                Managed(rivals.Net11, "TypedExec", "TypedExec, .NET 11"),
                Managed(rivals.Net11, "Process", "Process, .NET 11"),
            ],
            .. rivals.Node is null ? [] : (Contender[])[Script("Node.js", "rival.mjs")],
            .. rivals.Execa is null ? [] : (Contender[])[Script("execa 10", "execa.mjs")],
        ];

        Contender Managed(string program, string rival, string name, bool isVariant = false)
            => new(name, program, ["runtime", "one", rival, rivals.Limit, milliseconds], isVariant);

        Contender Script(string name, string file)
            => new(name, rivals.Node!, [Path.Combine(AppContext.BaseDirectory, "Runtime", file), rivals.Limit, milliseconds, rivals.Execa ?? ""]);
    }

    /// <summary>Whether it takes part in a workload.</summary>
    public bool Runs(Work work) => work.IsOfVariants ? IsVariant || Name == Figure.Own : !IsVariant;

    /// <summary>Runs it once. Returns null if the rival can't run the workload.</summary>
    public async Task<Sample?> RunAsync(string work, int count)
    {
        var result = await new Executable(Program).ExecFile([.. Arguments, work, $"{count}"], new() { ThrowOnFailure = false, Timeout = Bound });
        return result.ExitCode switch
        {
            0 => JsonSerializer.Deserialize(result.Stdout, SampleJson.Default.Sample),
            Worker.CannotDo => null,
            _ => throw new InvalidOperationException($"{Name} failed at {work}: {result.Stderr}"),
        };
    }
}
