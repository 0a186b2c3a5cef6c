using TypedExec.Platform.Linux;
using TypedExec.Platform.Linux.Trampoline;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Limits;

/// <summary><c>KillOnParentExit</c>: a child and its descendants end with the process that spawned them.</summary>
public sealed class ParentExitTests
{
    private const string Family = "sleep 300 & echo $!; (sleep 300 & echo $!; wait) & wait";
    private static readonly Executable Program = new(OwnProcess.File);

    [Theory]
    [InlineData("spawn")]
    [InlineData("descendants")]
    [InlineData("shell")]
    [InlineData("exec")]
    [InlineData("fork")]
    [InlineData("sync")]
    [InlineData("pipeline")]
    [InlineData("pipeline-sync")]
    public async Task When_the_parent_is_killed_its_child_and_grandchildren_die_too(string way)
    {
        var parent = Start("family", way, "stays");
        await UntilFamilyRunsAsync(parent);

        parent.Kill(Signal.SIGKILL);

        await AssertNothingLeftAsync(parent);
    }

    [Theory]
    [InlineData("terminal")]
    [InlineData("terminal-jobs")]
    public async Task A_child_with_a_terminal_dies_with_its_whole_session(string way)
    {
        SkipWithout("bash");
        var parent = Start("family", way, "stays");
        var pids = await parent.Stdout!.ReadLinesAsync().Where(static line => int.TryParse(line, out _)).Take(3).ToListAsync().AsTask().Soon();

        parent.Kill(Signal.SIGKILL);

        await AssertNothingLeftAsync(parent);
        await AssertEndedAsync(pids);
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    [InlineData("busybox")]
    [InlineData("mksh")]
    public async Task The_watching_shell_kills_the_group_it_was_given(string shell)
    {
        SkipWithout(shell);
        await using var victim = SpawnScript("sleep 300 & echo $!; wait", new SpawnOptions { Detached = true });
        var sleeper = await victim.Stdout!.ReadLinesAsync().FirstAsync().AsTask().Soon();
        await using var watch = new Executable(shell).Spawn(
            [.. shell == "busybox" ? ["sh"] : Array.Empty<string>(), "-c", Watchdog.Script], new SpawnOptions { Detached = true });

        await watch.Stdin!.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"{victim.Pid}\n"));
        await watch.Stdin.DisposeAsync();

        Assert.Equal(Signal.SIGKILL, (await victim.WaitForExitAsync().Soon()).Signal);
        await AssertEndedAsync([sleeper]);
    }

    [Fact]
    public async Task A_child_of_another_user_dies_too()
    {
        SkipUnlessRoot();
        var parent = Start("family", "user", "stays");
        await UntilFamilyRunsAsync(parent);

        parent.Kill(Signal.SIGKILL);

        await AssertNothingLeftAsync(parent);
    }

    [Fact]
    public async Task A_stopped_family_dies_too()
    {
        var parent = Start("family", "spawn", "stays");
        var pids = await UntilFamilyRunsAsync(parent);
        // The whole group, as the terminal's ^Z or a shell's fg and bg do.
        _ = Sh.ExecFileSync(["-c", "kill -STOP -$(cut -d' ' -f5 /proc/$0/stat)", pids[0]]);
        await Waiting.UntilAsync(() => Processes.State(int.Parse(pids[0], null)) == 'T', "the stop");

        parent.Kill(Signal.SIGKILL);

        await AssertNothingLeftAsync(parent);
    }

    [Theory]
    [InlineData("returns")]
    [InlineData("crashes")]
    public async Task A_parent_that_ends_any_other_way_takes_its_children_with_it(string ends)
    {
        var parent = Start("family", "spawn", ends);
        await UntilFamilyRunsAsync(parent);

        await parent.Stdin!.DisposeAsync();

        await AssertNothingLeftAsync(parent);
    }

    [Fact]
    public async Task A_parent_killed_at_any_moment_of_a_spawn_leaves_nothing()
    {
        var random = new Random(20);
        for (var i = 0; i < 20; i++)
        {
            var parent = Start("family-starting");
            Assert.Equal("spawning", await parent.Stdout!.ReadLinesAsync().FirstAsync().AsTask().Soon());
            // The time is random, in order to test many moments.
            Thread.SpinWait(random.Next(2_000_000));

            parent.Kill(Signal.SIGKILL);

            await AssertNothingLeftAsync(parent);
        }
    }

    [Fact]
    public async Task No_process_or_descriptor_is_left_after_Closed()
    {
        var counts = (await OwnProcess.RunAsync("watchdogs", "20")).Split(' ');

        Assert.Equal(counts[0], counts[1]);
        Assert.Equal("0", counts[2]);
    }

    [Fact]
    public async Task Kill_reaches_every_descendant_with_KillDescendants()
    {
        var child = SpawnScript(Family, new SpawnOptions { KillOnParentExit = true, KillDescendants = true });
        var pids = await child.Stdout!.ReadLinesAsync().Take(2).ToListAsync().AsTask().Soon();

        child.Kill();

        Assert.Equal(Signal.SIGTERM, (await child.WaitForCloseAsync().Soon()).Signal);
        await AssertEndedAsync(pids);
    }

    [Fact]
    public async Task Kill_reaches_every_job_of_a_shell_at_a_terminal()
    {
        SkipWithout("bash");
        foreach (var watched in new[] { false, true })
        {
            await using var child = new Executable("bash").Spawn(
                ["--norc", "-ic", "set -m; sleep 300 & echo $!; (sleep 300 & echo $!; wait) & wait"],
                new SpawnOptions { KillDescendants = true, KillOnParentExit = watched, Terminal = new TerminalSize(80, 24), KillSignal = Signal.SIGHUP });
            var pids = await child.Terminal!.ReadLinesAsync().Where(static line => int.TryParse(line, out _)).Take(2).ToListAsync().AsTask().Soon();

            await child.StopAsync().Soon();

            await AssertEndedAsync(pids);
            Assert.True(Processes.IsGone(child.Pid!.Value));
        }
    }

    [Fact]
    public async Task Without_KillDescendants_Kill_reaches_only_the_child()
    {
        var child = SpawnScript("sleep 300 >&- & echo $!; exec sleep 300", new SpawnOptions { KillOnParentExit = true });
        var pid = await child.Stdout!.ReadLinesAsync().FirstAsync().AsTask().Soon();

        child.Kill();

        Assert.Equal(Signal.SIGTERM, (await child.WaitForExitAsync().Soon()).Signal);
        Assert.False(Processes.HasEnded(int.Parse(pid, null)));
        _ = new Executable("kill").ExecFileSync([pid]);
    }

    [Fact]
    public async Task A_signal_that_the_child_sends_to_its_own_group_ends_it_as_usual()
    {
        var options = new SpawnOptions { KillOnParentExit = true };

        Assert.Equal(Signal.SIGTERM, (await SpawnScript("kill -TERM 0", options).WaitForCloseAsync().Soon()).Signal);
        Assert.Equal(Signal.SIGKILL, (await SpawnScript("kill -KILL 0", options).WaitForCloseAsync().Soon()).Signal);
    }

    [Fact]
    public async Task ForceKillAfter_reaches_a_descendant_that_ignores_the_signal()
    {
        const string Script = "(trap '' TERM; echo $(exec sh -c 'echo $PPID'); while true; do sleep 1; done) & wait";
        var options = new ExecFileOptions
        {
            KillOnParentExit = true,
            KillDescendants = true,
            Timeout = TimeSpan.FromSeconds(1),
            ForceKillAfter = TimeSpan.FromMilliseconds(200),
        };

        var error = await ExecScript(Script, options).FailureAsync();
        var pid = error.Stdout.Trim();

        await AssertEndedAsync([pid]);
    }

    [Fact]
    public async Task Closed_waits_for_a_slow_descendant_to_exit()
    {
        const string Slow = "(trap 'sleep 0.3; exit' TERM; echo $(exec sh -c 'echo $PPID'); exec >/dev/null 2>&1; while true; do sleep 1; done) & wait";
        var options = new SpawnOptions { KillOnParentExit = true, KillDescendants = true, ForceKillAfter = TimeSpan.FromMinutes(5) };
        var child = SpawnScript(Slow, options);
        var pid = int.Parse(await child.Stdout!.ReadLinesAsync().FirstAsync().AsTask().Soon(), null);

        child.Kill();
        await child.WaitForCloseAsync().Soon();

        Assert.True(Processes.HasEnded(pid));
    }

    [Fact]
    public async Task Processes_that_keep_running_after_Closed_are_left_alone()
    {
        var result = await ExecScript("sleep 300 >/dev/null 2>&1 & echo $!", new ExecFileOptions { KillOnParentExit = true }).Soon();

        Assert.False(Processes.HasEnded(int.Parse(result.Stdout, null)));
        _ = new Executable("kill").ExecFileSync([result.Stdout.Trim()]);
    }

    [Fact]
    public async Task The_child_inherits_nothing_of_the_watchdog()
    {
        var options = new ExecFileOptions { KillOnParentExit = true };

        Assert.Equal("0\n1\n2\n3\n", (await new Executable("ls").ExecFile(["/proc/self/fd"], options).Soon()).Stdout);
        Assert.Equal("0\n1\n2\n3\n", new Executable("ls").ExecFileSync(["/proc/self/fd"], options).Stdout);
    }

    [Fact]
    public async Task The_watchdog_is_our_own_program_and_its_exit_is_an_error()
    {
        await using var child = SpawnScript("sleep 300 & echo $!; wait", new SpawnOptions { KillOnParentExit = true, KillDescendants = true });
        var raised = new TaskCompletionSource<Exception>();
        child.Error += (_, e) => raised.TrySetResult(e.Exception);
        var descendant = int.Parse(await child.Stdout!.ReadLinesAsync().FirstAsync().AsTask().Soon(), null);
        var group = int.Parse(File.ReadAllText($"/proc/{child.Pid}/stat").Split(' ')[4], null);
        await Waiting.UntilAsync(() => File.ReadAllText($"/proc/{group}/comm") == "typedexec-watch\n", "its name");

        _ = new Executable("kill").ExecFileSync(["-KILL", $"{group}"]);
        var error = Assert.IsType<ExecException>(await raised.Task.Soon());

        Assert.Contains("KillOnParentExit", error.Message, StringComparison.Ordinal);
        Assert.False(Processes.HasEnded(child.Pid!.Value));
        Assert.True(child.Kill());
        Assert.Equal(Signal.SIGTERM, (await child.WaitForCloseAsync().Soon()).Signal);
        await Processes.UntilEndedAsync(descendant);
        Assert.True(Processes.IsGone(group));
    }

    [Fact]
    public async Task If_our_program_cannot_be_executed_a_shell_is_the_watchdog()
    {
        NativeProgram.Watcher.SkippedImages = 99;
        try
        {
            await using var child = Cat.Spawn([], new SpawnOptions { KillOnParentExit = true });
            var group = int.Parse(File.ReadAllText($"/proc/{child.Pid}/stat").Split(' ')[4], null);

            Assert.StartsWith("/bin/sh\0", File.ReadAllText($"/proc/{group}/cmdline"), StringComparison.Ordinal);
        }
        finally
        {
            NativeProgram.Watcher.SkippedImages = 0;
        }
    }

    /// <summary>In its own session, through which everything that it starts is found.</summary>
    private static ChildProcess Start(params string[] args)
        => Program.Spawn(args, new SpawnOptions { Detached = true, Stdio = [Stdio.Pipe, Stdio.Pipe, Stdio.SameAs(1)] });

    private static async Task<List<string>> UntilFamilyRunsAsync(ChildProcess parent)
    {
        var pids = await parent.Stdout!.ReadLinesAsync().Take(3).ToListAsync().AsTask().Soon();

        Assert.All(pids, static pid => Assert.False(Processes.HasEnded(int.Parse(pid, null))));
        return pids;
    }

    private static async Task AssertNothingLeftAsync(ChildProcess parent)
    {
        await parent.WaitForExitAsync().Soon();
        await Waiting.UntilAsync(
            () => Processes.OfSession(parent.Pid!.Value).Length == 0,
            "the end of all that the parent started");
        await parent.WaitForCloseAsync().Soon();
    }

    private static async Task AssertEndedAsync(IEnumerable<string> pids)
    {
        foreach (var pid in pids)
        {
            await Processes.UntilEndedAsync(int.Parse(pid, null));
        }
    }
}
