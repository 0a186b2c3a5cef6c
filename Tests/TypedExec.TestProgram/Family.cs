namespace TypedExec.TestProgram;

/// <summary>
/// Starts a child with descendants and the option <c>KillOnParentExit</c> in one of the possible ways, and then stays or exits.
/// The family prints its process IDs to stdout.
/// </summary>
internal static class Family
{
    /// <summary>None of them exits on a signal that can be ignored.</summary>
    private const string Script = "trap '' HUP INT TERM; echo $$; sleep 300 & echo $!; (sleep 300 & echo $!; wait) & wait";

    private static readonly Executable Sh = new("sh");
    private static readonly Stdio[] Inherited = [Stdio.Ignore, Stdio.Inherit, Stdio.Inherit];
    private static readonly SpawnOptions Options = new() { KillOnParentExit = true, Stdio = Inherited };

    public static async Task<int> RunAsync(string way, string end)
    {
        Start(way);
        switch (end)
        {
            case "stays":
                await Task.Delay(Timeout.InfiniteTimeSpan);
                break;
            case "crashes":
                Console.In.ReadLine();
                Environment.FailFast("as the test wants it");
                break;
            default:
                Console.In.ReadLine();
                break;
        }

        return 0;
    }

    /// <summary>Starts and drops children until it is killed.</summary>
    public static async Task<int> KeepStartingAsync()
    {
        var kept = new Queue<ChildProcess>();
        for (var i = 0; ; i++)
        {
            // What remains of a child that was killed by itself isn't killed any more, so this one has no descendants.
            kept.Enqueue(i % 2 == 0
                ? Sh.Spawn(["-c", "sleep 300 & sleep 300"], Options with { KillDescendants = true })
                : Sh.Spawn(["-c", "exec sleep 300"], Options));
            if (i == 5)
            {
                Console.WriteLine("spawning");
            }

            if (kept.Count > 10)
            {
                var last = kept.Dequeue();
                last.Kill(Signal.SIGKILL);
                await last.WaitForExitAsync();
            }
        }
    }

    private static void Start(string way)
    {
        switch (way)
        {
            case "spawn":
                Sh.Spawn(["-c", Script], Options);
                break;
            case "descendants":
                Sh.Spawn(["-c", Script], Options with { KillDescendants = true });
                break;
            case "user":
                Sh.Spawn(["-c", Script], Options with { Uid = 65534, Gid = 65534 });
                break;
            case "shell":
                Sh.Spawn(["-c", Script], Options with { Shell = true });
                break;
            case "exec":
                // Captured: its stderr is the inherited one of another shell.
                new Executable("sh").ExecFile(["-c", $"exec >/proc/{Environment.ProcessId}/fd/1; {Script}"], new ExecFileOptions { KillOnParentExit = true });
                break;
            case "terminal":
                _ = RelayAsync(Sh.Spawn(["-c", Script], new SpawnOptions { KillOnParentExit = true, Terminal = new TerminalSize(80, 24) }));
                break;
            case "terminal-jobs":
                // Each job of an interactive shell has its own process group.
                _ = RelayAsync(new Executable("bash").Spawn(
                    ["--norc", "-ic", "set -m; trap '' HUP INT TERM; echo $$; sleep 300 & echo $!; (trap '' HUP; sleep 300 & echo $!; wait) & wait"],
                    new SpawnOptions { KillOnParentExit = true, Terminal = new TerminalSize(80, 24) }));
                break;
            case "fork":
                Sh.Fork("-c", [Script], new ForkOptions { KillOnParentExit = true });
                break;
            case "sync":
                new Thread(() => Sh.SpawnSync(["-c", Script], new SpawnSyncOptions { KillOnParentExit = true, Stdio = Inherited })).Start();
                break;
            case "pipeline":
                _ = (new Stage("sleep 300") | new Stage(Script + " >&2")).Spawn(Options);
                break;
            case "pipeline-sync":
                new Thread(() => (new Stage("sleep 300") | new Stage($"exec >/proc/{Environment.ProcessId}/fd/1; {Script}"))
                    .ExecFileSync(new ExecFileOptions { KillOnParentExit = true })).Start();
                break;
            default:
                throw new ArgumentException($"No such way: {way}", nameof(way));
        }
    }

    private static async Task RelayAsync(ChildProcess child)
    {
        await foreach (var line in child.Terminal!.ReadLinesAsync())
        {
            Console.WriteLine(line);
        }
    }

    private sealed class Stage(string script) : ICommand
    {
        string ICommand.FileName => "sh";

        public IReadOnlyList<string> ToArguments() => ["-c", script];
    }
}
