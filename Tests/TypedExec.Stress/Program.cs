using TypedExec.Stress;

if (StressOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(StressOptions.Usage);
    return 2;
}

return options.Spawns > 0 ? await ManySpawns.RunAsync(options.Spawns) : await new StressRun(options).RunAsync();
