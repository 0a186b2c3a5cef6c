using Tour;

using var script = Script.Find();

(string Name, Func<Script, Task> Run)[] parts =
[
    ("spawn", SpawnTour.RunAsync),
    ("exec", ExecTour.RunAsync),
    ("execfile", ExecFileTour.RunAsync),
    ("fork", ForkTour.RunAsync),
    ("sync", SyncTour.RunAsync),
    ("git", GitTour.RunAsync),
    ("methods", MethodsTour.RunAsync),
];

if (args is [StandIn.Switch, .. var rest])
{
    return StandIn.Run(rest);
}

if (args.Length > 1 || (args.Length == 1 && !parts.Any(part => part.Name == args[0])))
{
    Console.Error.WriteLine($"usage: Tour [{string.Join('|', parts.Select(part => part.Name))}]");
    return 64;
}

foreach (var (name, run) in parts)
{
    if (args.Length == 0 || args[0] == name)
    {
        Console.WriteLine($"--- {name}");
        await run(script);
    }
}

return 0;
