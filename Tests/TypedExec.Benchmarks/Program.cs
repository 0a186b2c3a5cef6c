using TypedExec;
using TypedExec.Benchmarks.GeneratorScale;
using TypedExec.Benchmarks.Ipc;
using TypedExec.Benchmarks.Runtime;
using TypedExec.Benchmarks.Slurm;
using TypedExec.Benchmarks.Specifications;
using TypedExec.Benchmarks.Terminals;

// A suite per argument, so that each can be run alone: dotnet run -c Release --project Tests/TypedExec.Benchmarks -- generator
switch (args)
{
    case ["generator"]:
        GeneratorScaleSuite.Run(Console.Out);
        return 0;
    case ["shapes"]:
        GeneratorScaleSuite.RunShapes(Console.Out);
        return 0;
    case ["methods"]:
        GeneratorScaleSuite.RunMethods(Console.Out);
        return 0;
    case ["specifications"]:
        SpecificationsSuite.Run(Console.Out);
        return 0;
    case ["runtime", .. var rest]:
        return await RuntimeSuite.RunAsync(rest, Console.Out);
    case ["terminals"]:
        await EchoSuite.RunAsync(Console.Out);
        return 0;
    case ["slurm", .. var rest]:
        return await SlurmSuite.RunAsync(rest, Console.Out);
    case ["ipc"]:
        await IpcSuite.RunAsync(Console.Out);
        return 0;
    case ["ipc-child"] when ParentChannel.Connect() is { } parent:
        await IpcChild.RunAsync(parent);
        return 0;
    default:
        Console.Error.WriteLine("Name a suite: generator, shapes, methods, specifications, ipc, terminals, slurm [memory], or runtime [--quick] [work ...]");
        return 1;
}
