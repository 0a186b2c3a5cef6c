using TypedExec.Benchmarks.Figures;
using TypedExec.Benchmarks.GeneratorScale;
using TypedExec.Benchmarks.Hosts;
using TypedExec.Benchmarks.Ipc;
using TypedExec.Benchmarks.Runtime;
using TypedExec.Benchmarks.Slurm;
using TypedExec.Benchmarks.Terminals;

namespace TypedExec.Benchmarks.Report;

/// <summary>All figures, and which goals they meet.</summary>
internal static class ContributorPage
{
    /// <summary>The sections of the page, by name. One without figures is left out, and stays as it is in the page.</summary>
    public static IEnumerable<(string Name, string Content)> Sections(FigureFile file)
    {
        var figures = file.Figures;
        yield return ("machine", $"{file.Machine}");
        yield return ("goals", Goal.Table(figures, Title));
        foreach (var (suite, name, table) in ((string, string, string)[])
        [
            (RuntimeSuite.Name, "runtime", RuntimeSuite.Table(figures)),
            (RuntimeSuite.Name, "layers", RuntimeSuite.LayersTable(figures)),
            (EchoSuite.Name, "terminals", EchoSuite.Table(figures)),
            (IpcSuite.Name, "ipc", IpcSuite.Table(figures)),
            (SshSuite.Name, "ssh", SshSuite.Table(figures)),
            (SlurmSuite.Name, "slurm", SlurmSuite.Table(figures)),
            (GeneratorScaleSuite.Name, "generator", GeneratorScaleSuite.Table(figures, "classes")),
            (GeneratorScaleSuite.Name, "methods", GeneratorScaleSuite.Table(figures, "methods")),
        ])
        {
            if (file.Of(suite).Any())
            {
                yield return (name, table);
            }
        }
    }

    private static string Title(Figure figure) => figure.Suite switch
    {
        RuntimeSuite.Name => Work.TitleOf(figure.Work, figure["count"]),
        SlurmSuite.Name => $"1,000 commands on a cluster: {SlurmSuite.TitleOf(figure.Work)}",
        _ => "generated classes of 10 members",
    };
}
