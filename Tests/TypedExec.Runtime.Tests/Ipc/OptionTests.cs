using System.Text.Json;

namespace TypedExec.Tests.Ipc;

/// <summary>The options of Fork, and the channel with plain Spawn.</summary>
public sealed class OptionTests
{
    [Fact]
    public async Task ExecArgv_precedes_the_module_and_its_arguments_follow()
    {
        var report = await ReportAsync(new ForkOptions { ExecArgv = ["--title=typedexec"] }, "a", "-b");

        Assert.Equal("""["--title=typedexec"]""", report.GetProperty("execArgv").GetRawText());
        Assert.Equal("""["a","-b"]""", report.GetProperty("args").GetRawText());
    }

    [Fact]
    public async Task ExecPath_replaces_the_program()
    {
        Programs.SkipWithout("node");
        await using var child = Programs.NoSuch.Fork(Peers.Module("report.js"), options: new ForkOptions { ExecPath = "node", Silent = true });

        Assert.Equal("node", child.SpawnFile);
        Assert.Single(await child.TakeAsync(1).Soon());
    }

    [Fact]
    public async Task Silent_gives_pipes_and_the_default_inherits()
    {
        Programs.SkipWithout("node");
        await using var silent = Peers.Node.Fork(Peers.Module("report.js"), options: new ForkOptions { Silent = true });
        await using var open = Peers.Node.Fork(Peers.Module("echo.js"));

        Assert.Equal("started\n", await silent.Stdout!.ReadToEndAsync().Soon());
        Assert.NotNull(silent.Stdin);
        Assert.NotNull(silent.Stderr);
        Assert.Equal((null, null, null), (open.Stdin, open.Stdout, open.Stderr));
    }

    [Fact]
    public async Task Beyond_MaxUnread_an_awaited_child_continues_and_readers_learn_how_much_was_dropped()
    {
        await using var child = Peers.DotNet.Fork("fill", ["1000000"], new ForkOptions { Silent = true, MaxUnread = 1000 });
        Assert.Equal(0, (await child.WaitForExitAsync().Soon()).ExitCode);

        foreach (var output in new[] { child.Stdout!, child.Stderr! })
        {
            var kept = new byte[2000];
            Assert.Equal(1000, await output.ReadAsync(kept).AsTask().Soon());
            var failure = await Assert.ThrowsAsync<IOException>(() => output.ReadAsync(kept).AsTask().Soon());
            Assert.Contains($"{999_000:N0} bytes", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Unread_data_is_kept_up_to_the_default_MaxUnread()
    {
        await using var child = Peers.DotNet.Fork("fill", ["1000000"], new ForkOptions { Silent = true });
        await child.WaitForExitAsync().Soon();

        Assert.Equal(1_000_000, (await child.Stdout!.ReadToEndAsync().Soon()).Length);
        Assert.Equal(1_000_000, (await child.Stderr!.ReadToEndAsync().Soon()).Length);
    }

    [Fact]
    public void A_negative_MaxUnread_is_rejected()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Programs.True.Fork("module", options: new ForkOptions { MaxUnread = -1 }));

    [Fact]
    public async Task The_child_has_Cwd_and_Env()
    {
        var root = Path.GetPathRoot(Environment.CurrentDirectory)!;
        var report = await ReportAsync(new ForkOptions { Cwd = root, Env = new Dictionary<string, string?> { ["TYPEDEXEC_TEST"] = "set" } });

        Assert.Equal(root, report.GetProperty("cwd").GetString());
        Assert.Equal("set", report.GetProperty("variable").GetString());
    }

    [Fact]
    public async Task Timeout_kills_with_the_KillSignal()
    {
        await using var child = Peers.ForkEcho(
            "dotnet", new ForkOptions { Timeout = TimeSpan.FromMilliseconds(50), KillSignal = Signal.SIGKILL });

        Assert.Equal(Signal.SIGKILL, (await child.WaitForCloseAsync().Soon()).Signal);
    }

    [Fact]
    [NotOnWindows("it has no sessions of that kind")]
    public async Task A_detached_child_leads_its_own_session()
    {
        await using var child = Peers.DotNet.Fork("ipc-echo", options: new ForkOptions { Detached = true });
        child.Send(1);
        await child.TakeAsync(1).Soon();

        var stat = await File.ReadAllTextAsync($"/proc/{child.Pid}/stat");
        Assert.Equal(child.Pid.ToString(), stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3]);
    }

    [Fact]
    public async Task Node_does_not_show_its_channel_to_the_program()
    {
        var report = await ReportAsync(new ForkOptions());

        Assert.Equal(JsonValueKind.Null, report.GetProperty("fd").ValueKind);
        Assert.Equal(JsonValueKind.Null, report.GetProperty("mode").ValueKind);
    }

    [Fact]
    public async Task ParentChannel_hides_its_channel_from_the_childs_own_children()
    {
        await using var child = Peers.DotNet.Fork("ipc-report");

        var report = (await child.TakeAsync(1).Soon())[0];

        Assert.Equal("""{"args":[],"fd":null,"mode":null,"grandchild":"none none 0","sameChannel":true}""", report.GetRawText());
    }

    [Theory]
    [InlineData(Serialization.Json, "3 json")]
    [InlineData(Serialization.Advanced, "3 advanced")]
    public async Task The_environment_describes_the_channel_to_the_child(Serialization serialization, string expected)
    {
        var child = Programs.SpawnScript(
            "echo $NODE_CHANNEL_FD $NODE_CHANNEL_SERIALIZATION_MODE", Peers.WithChannel with { Serialization = serialization });

        Assert.Equal(expected, (await child.Stdout!.ReadToEndAsync().Soon()).Trim());
    }

    [Theory]
    [InlineData("node", 1)]
    [InlineData("node", 2)]
    [InlineData("node", 5)]
    [InlineData("dotnet", 0)]
    [InlineData("dotnet", 1)]
    [InlineData("dotnet", 2)]
    [InlineData("dotnet", 5)]
    public async Task The_channel_may_be_at_any_index(string peer, int index)
    {
        if (peer == "node")
        {
            Programs.SkipWithout("node");
        }

        var stdio = Enumerable.Repeat(Stdio.Ignore, Math.Max(index + 1, 3)).ToArray();
        stdio[index] = Stdio.Ipc;
        var options = new SpawnOptions { Stdio = stdio };
        await using var child = peer == "node"
            ? Peers.Node.Spawn([Peers.Module("echo.js")], options)
            : Peers.DotNet.Spawn(["ipc-echo"], options);

        child.Send("text");

        Assert.Equal("text", (await child.TakeAsync(1).Soon())[0].GetString());
        Assert.Null(child.Stdio[index]);
    }

    [Fact]
    public void Two_channels_are_rejected()
    {
        var error = Assert.Throws<ArgumentException>(
            () => Programs.True.Spawn([], new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.Ipc, Stdio.Ignore, Stdio.Ipc] }));

        Assert.Contains("ERR_IPC_ONE_PIPE", error.Message);
    }

    [Fact]
    public void A_channel_in_a_sync_call_is_rejected()
    {
        var error = Assert.Throws<ArgumentException>(
            () => Programs.True.SpawnSync([], new SpawnSyncOptions { Stdio = [Stdio.Ignore, Stdio.Ignore, Stdio.Ignore, Stdio.Ipc] }));

        Assert.Contains("ERR_IPC_SYNC_FORK", error.Message);
    }

    [Fact]
    public void Fork_without_a_channel_is_rejected()
    {
        var error = Assert.Throws<ArgumentException>(
            () => Programs.True.Fork("module", options: new ForkOptions { Stdio = [Stdio.Ignore, Stdio.Ignore, Stdio.Ignore] }));

        Assert.Contains("ERR_CHILD_PROCESS_IPC_REQUIRED", error.Message);
    }

    [Fact]
    public void Fork_with_two_channels_is_rejected()
    {
        var error = Assert.Throws<ArgumentException>(
            () => Programs.True.Fork("module", options: new ForkOptions { Stdio = [Stdio.Ipc, Stdio.Ipc, Stdio.Ignore] }));

        Assert.Contains("ERR_IPC_ONE_PIPE", error.Message);
    }

    [Fact]
    public void Fork_without_a_module_is_rejected() => Assert.Throws<ArgumentException>(() => Programs.True.Fork(""));

    [Fact]
    public async Task Undefined_is_rejected_as_a_message()
    {
        await using var child = Peers.SpawnScript("exec sleep 1000");

        Assert.Contains("ERR_MISSING_ARGS", Assert.Throws<ArgumentException>(() => child.Send(default(JsonElement))).Message);
        Assert.Contains("ERR_MISSING_ARGS", Assert.Throws<ArgumentException>(() => child.SendObject(Undefined.Value)).Message);
    }

    [Fact]
    public void Using_a_missing_channel_throws_and_explains_how_to_get_one()
    {
        var child = Programs.True.Spawn();

        Assert.False(child.Connected);
        Assert.Contains("Stdio.Ipc", Assert.Throws<InvalidOperationException>(() => child.Send(1)).Message);
    }

    private static async Task<JsonElement> ReportAsync(ForkOptions options, params string[] args)
    {
        Programs.SkipWithout("node");
        await using var child = Peers.Node.Fork(Peers.Module("report.js"), args, options with { Silent = true });
        return (await child.TakeAsync(1).Soon())[0];
    }
}
