using TypedExec;
using TypedExec.Benchmarks.Figures;
using TypedExec.Benchmarks.GeneratorScale;
using TypedExec.Benchmarks.Hosts;
using TypedExec.Benchmarks.Ipc;
using TypedExec.Benchmarks.Report;
using TypedExec.Benchmarks.Runtime;
using TypedExec.Benchmarks.Slurm;
using TypedExec.Benchmarks.Specifications;
using TypedExec.Benchmarks.Terminals;

// A suite per argument, so that each can be run alone: dotnet run -c Release --project Tests/TypedExec.Benchmarks -- generator
const int Rounds = 7;
GeneratorDependency.Resolve();
switch (args)
{
    case ["report", .. var rest]:
        return await ReportCommand.RunAsync(rest, Console.Out);
    case ["generator"]:
        return Print(GeneratorScaleSuite.Table(GeneratorScaleSuite.MeasureClasses(isShort: false, Console.Error), "classes"));
    case ["shapes"]:
        return Print(
            GeneratorScaleSuite.Table(GeneratorScaleSuite.MeasureShapes(Console.Error), "classes"),
            GeneratorScaleSuite.Table(GeneratorScaleSuite.MeasureLarge(Console.Error), "large"));
    case ["methods"]:
        return Print(GeneratorScaleSuite.Table(GeneratorScaleSuite.MeasureMethods(isShort: false, Console.Error), "methods"));
    case ["specifications"]:
        SpecificationsSuite.Run(Console.Out);
        return 0;
    case ["runtime", .. var rest]:
        return await RuntimeSuite.RunAsync(rest, Console.Out);
    case ["terminals"]:
        return Print(EchoSuite.Table(await EchoSuite.MeasureAsync(Rounds, Console.Error)));
    case ["ssh"]:
        return Print(SshSuite.Table(await SshSuite.MeasureAsync(Rounds, Console.Error)));
    case ["slurm"]:
        return Print(SlurmSuite.Table(await SlurmSuite.MeasureAsync(Rounds, Console.Error)));
    case ["slurm", "memory"]:
        return await SlurmSuite.RunMemoryAsync(Console.Out);
    case ["ipc"]:
        return Print(IpcSuite.Table(await IpcSuite.MeasureAsync(Rounds, Console.Error)));
    case ["ipc-child"] when ParentChannel.Connect() is { } parent:
        await IpcChild.RunAsync(parent);
        return 0;
    default:
        Console.Error.WriteLine("""
            Name a suite: report [--quick | --redraw], generator, shapes, methods, specifications, ipc, terminals, ssh, slurm [memory], or
            runtime [--quick] [work ...]
            """);
        return 1;
}

static int Print(params string[] tables)
{
    Console.WriteLine($"{Machine.Here(node: null)}\n");
    Array.ForEach(tables, Console.WriteLine);
    return 0;
}
