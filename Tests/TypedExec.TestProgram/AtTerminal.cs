using System.Runtime.InteropServices;

namespace TypedExec.TestProgram;

/// <summary>
/// A parent at a terminal: uses its console in some way, runs a child in some way, and prints the state of the terminal
/// afterwards.
/// </summary>
internal static partial class AtTerminal
{
    private const int ICANON = 2, ECHO = 8;
    private static readonly IReadOnlyList<Stdio> Inherited = [Stdio.Inherit, Stdio.Inherit, Stdio.Inherit];

    /// <param name="args">How the console is used first, how the child is run, its group, and its shell script.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var before = Modes();
        UseConsole(args[0]);
        var own = Modes();
        Console.WriteLine("begin");
        Console.WriteLine(await RunChildAsync(args[1], Options(args[2]), args[3]));
        Console.WriteLine(
            $"parent: {(Modes() == own ? "its own modes" : Modes() == before ? "the shell's modes" : "other modes")}, {(IsInForeground ? "in the foreground" : "in the background")}");
        if (args[0] == "ReadKey")
        {
            Console.WriteLine($"key: {Console.ReadKey(intercept: true).KeyChar}");
        }

        Console.WriteLine("end");
        return 0;
    }

    private static bool IsInForeground => ForegroundGroup(0) == ProcessGroup();

    private static void UseConsole(string how)
    {
        switch (how)
        {
            case "ReadKey":
                Console.WriteLine("press a key");
                _ = Console.ReadKey(intercept: true);
                break;
            case "ReadLine":
                Console.WriteLine("write a line");
                _ = Console.ReadLine();
                break;
            case "KeyAvailable":
                _ = Console.KeyAvailable;
                break;
            case "CursorTop":
                Console.WriteLine("where is the cursor");
                _ = Console.CursorTop;
                break;
        }
    }

    private static ProcessOptions Options(string group) => group switch
    {
        "descendants" => new ProcessOptions { KillDescendants = true },
        "parent-exit" => new ProcessOptions { KillOnParentExit = true },
        "other-ids" => new ProcessOptions { KillDescendants = true, Uid = 65534, Cwd = "/" },
        "timeout" => new ProcessOptions { KillDescendants = true, Timeout = TimeSpan.FromSeconds(2) },
        _ => new ProcessOptions(),
    };

    private static async Task<string> RunChildAsync(string way, ProcessOptions options, string script)
    {
        var command = new Executable("sh")["-c", script].WithOptions(options);
        try
        {
            switch (way)
            {
                case "RunAsync":
                    return $"{(await command.RunAsync()).Status}";
                case "Run":
                    return $"{command.Run().Status}";
                case "Spawn":
                {
                    await using var child = command.Spawn(new SpawnOptions { Stdio = Inherited });
                    return $"{await child.WaitForExitAsync()}";
                }

                case "Fork":
                {
                    var module = Path.GetTempFileName();
                    try
                    {
                        await File.WriteAllTextAsync(module, script);
                        await using var child = new Executable("sh").Fork(
                            module, options: new ForkOptions { KillDescendants = options.KillDescendants, KillOnParentExit = options.KillOnParentExit });
                        return $"{await child.WaitForExitAsync()}";
                    }
                    finally
                    {
                        File.Delete(module);
                    }
                }

                case "SpawnSync":
                    return $"{command.SpawnSync(new SpawnSyncOptions { Stdio = Inherited }).Status}";
                case "Pipeline":
                    return $"{(await (command | new Executable("cat")).RunAsync(new ExecFileOptions { Input = ProcessInput.Inherit })).Stages[0].Status}";
                case "PipelineSync":
                    return $"{(command | new Executable("cat")).Run(new ExecFileOptions { Input = ProcessInput.Inherit }).Stages[0].Status}";
                case "ExecFile":
                    return $"captured {(await command.ExecFile()).Stdout.Trim()}";
                case "ExecFileSync":
                    return $"captured {command.ExecFileSync().Stdout.Trim()}";
                case "Three":
                    return string.Join(", ", (await Task.WhenAll(
                        Enumerable.Range(0, 3).Select(_ => command.ExecFile().AsTask()))).Select(static result => result.Stdout.Trim()).Order());
                case "Missing":
                    return $"{(await new Executable("/no/such")["x"].WithOptions(options).RunAsync()).Status}";
                case "Beside":
                {
                    await using var child = command.Spawn(new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.Inherit, Stdio.Inherit] });
                    Console.WriteLine("press a key");
                    return $"pressed {Console.ReadKey(intercept: true).KeyChar}";
                }

                case "Stopped":
                {
                    await using var child = command.Spawn(new SpawnOptions { Stdio = Inherited });
                    foreach (var signal in (Signal[])[Signal.SIGTSTP, Signal.SIGSTOP])
                    {
                        child.Kill(signal);
                        await UntilStoppedAsync(child.Pid!.Value);
                        // Longer than it takes to be continued.
                        await Task.Delay(300);
                        Console.WriteLine($"stopped by {signal}, and {(IsStopped(child.Pid.Value) ? "still" : "not any more")}");
                        child.Kill(Signal.SIGCONT);
                    }

                    return "over";
                }

                case "Detached":
                {
                    await using var child = command.Spawn(new SpawnOptions { Stdio = Inherited, Detached = true });
                    return $"{await child.WaitForExitAsync()}";
                }

                default:
                    throw new ArgumentException($"No such way: {way}", nameof(way));
            }
        }
        catch (ExecException exception)
        {
            return $"failed: {exception.Code ?? exception.Signal?.ToString()}";
        }
    }

    private static async Task UntilStoppedAsync(int pid)
    {
        while (!IsStopped(pid))
        {
            await Task.Delay(10);
        }
    }

    private static bool IsStopped(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        return stat[stat.LastIndexOf(')') + 2] == 'T';
    }

    /// <summary>Returns the local modes for lines and echo.</summary>
    private static unsafe int Modes()
    {
        var attributes = stackalloc int[64];
        return GetAttributes(0, attributes) == 0 ? attributes[3] & (ICANON | ECHO) : -1;
    }

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static unsafe partial int GetAttributes(int descriptor, void* attributes);

    [LibraryImport("libc", EntryPoint = "tcgetpgrp")]
    private static partial int ForegroundGroup(int descriptor);

    [LibraryImport("libc", EntryPoint = "getpgrp")]
    private static partial int ProcessGroup();
}
