using TypedExec.Benchmarks.GeneratorScale;
using TypedExec.Benchmarks.Runtime;

// A suite per argument, so that each can be run alone: dotnet run -c Release --project Tests/TypedExec.Benchmarks -- generator
switch (args)
{
    case ["generator"]:
        GeneratorScaleSuite.Run(Console.Out);
        return 0;
    case ["runtime", .. var rest]:
        await RuntimeSuite.RunAsync(rest, Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("Name a suite: generator, or runtime [--quick] [work ...]");
        return 1;
}
