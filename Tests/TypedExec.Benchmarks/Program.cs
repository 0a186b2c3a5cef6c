using TypedExec.Benchmarks.GeneratorScale;

// A suite per argument, so that each can be run alone: dotnet run -c Release --project Tests/TypedExec.Benchmarks -- generator
switch (args)
{
    case ["generator"]:
        GeneratorScaleSuite.Run(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("Name a suite: generator");
        return 1;
}
