namespace TypedExec.Terminals.Tests.Inherited;

/// <summary>
/// A child with its own group is in the terminal's foreground while it uses it, and the parent's group afterwards.
/// </summary>
public sealed class ForegroundTests
{
    private const string AskAtTty =
        "exec 3<>/dev/tty; stty -echo <&3; printf \"password: \" >&3; read x <&3; stty echo <&3; echo \"it is $x\"";

    private const string IsForeground = "python3 -c \"import os; print(os.tcgetpgrp(0) == os.getpgrp())\"";

    public static TheoryData<string, string> Ways => new()
    {
        { "RunAsync", "descendants" },
        { "RunAsync", "parent-exit" },
        { "Run", "parent-exit" },
        { "SpawnSync", "descendants" },
        { "Pipeline", "descendants" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_childs_group_is_in_the_foreground_from_the_start(string way, string group)
    {
        Sessions.SkipWithout("python3");
        await using var parent = Parent.Start("none", way, group, IsForeground);

        await parent.UntilAsync("True");
        await parent.UntilAsync("in the foreground");
    }

    [Theory]
    [InlineData("RunAsync", "descendants")]
    [InlineData("Run", "parent-exit")]
    [InlineData("ExecFile", "descendants")]
    [InlineData("ExecFile", "parent-exit")]
    [InlineData("ExecFileSync", "descendants")]
    [InlineData("ExecFileSync", "parent-exit")]
    [InlineData("Pipeline", "parent-exit")]
    public async Task A_child_that_asks_for_a_password_at_dev_tty_gets_it(string way, string group)
    {
        await using var parent = Parent.Start("none", way, group, AskAtTty);
        await parent.UntilAsync("password: ");

        await parent.TypeAsync("secret");

        Assert.DoesNotContain("secret", await parent.UntilAsync("it is secret"), StringComparison.Ordinal);
        await parent.UntilAsync("parent: its own modes, in the foreground");
    }

    [Fact]
    public async Task A_child_gets_the_password_even_if_the_parent_reads_keys_before_and_after()
    {
        await using var parent = Parent.Start("ReadKey", "ExecFile", "descendants", AskAtTty);
        await parent.UntilAsync("press a key");
        await parent.Terminal!.WriteAsync("x");
        await parent.UntilAsync("password: ");

        await parent.TypeAsync("secret");

        await parent.UntilAsync("it is secret");
        await parent.UntilAsync("parent: its own modes, in the foreground");
        await parent.Terminal.WriteAsync("k");
        await parent.UntilAsync("key: k");
    }

    [Fact]
    public async Task A_grandchild_that_asks_for_a_password_gets_it()
    {
        await using var parent = Parent.Start("none", "ExecFile", "descendants", $"sh -c '{AskAtTty.Replace("'", "'\\''", StringComparison.Ordinal)}'; true");
        await parent.UntilAsync("password: ");

        await parent.TypeAsync("secret");

        await parent.UntilAsync("it is secret");
        await parent.UntilAsync("in the foreground");
    }

    [Fact]
    public async Task A_child_of_another_user_gets_the_password()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "other ids need root");
        await using var parent = Parent.Start("none", "RunAsync", "other-ids", "read x; echo \"$(id -u) read $x\"");
        await parent.UntilAsync("begin");

        await parent.TypeAsync("a line");

        await parent.UntilAsync("65534 read a line");
        await parent.UntilAsync("in the foreground");
    }

    [Fact]
    public async Task Several_children_that_ask_are_answered_one_after_another()
    {
        await using var parent = Parent.Start("none", "Three", "descendants", AskAtTty);
        foreach (var answer in (string[])["one", "three", "two"])
        {
            await parent.UntilAsync("password: ");
            await parent.TypeAsync(answer);
        }

        await parent.UntilAsync("it is one, it is three, it is two");
        await parent.UntilAsync("parent: its own modes, in the foreground");
    }

    [Fact]
    public async Task A_child_that_only_writes_leaves_the_foreground_to_the_parent()
    {
        await using var parent = Parent.Start("none", "Beside", "parent-exit", "echo it runs; exec sleep 300");
        await parent.UntilAsync("it runs");
        await parent.UntilAsync("press a key");

        await parent.Terminal!.WriteAsync("k");

        await parent.UntilAsync("pressed k");
        await parent.UntilAsync("end");
    }

    [Fact]
    public async Task Ctrl_C_ends_the_child_and_not_the_parent()
    {
        await using var parent = Parent.Start("none", "RunAsync", "descendants", "echo sleeping; exec sleep 300");
        await parent.UntilAsync("sleeping");

        await parent.Terminal!.WriteAsync("\u0003");

        await parent.UntilAsync("failed: SIGINT");
        await parent.UntilAsync("parent: its own modes, in the foreground");
    }

    [Fact]
    public async Task A_timeout_ends_a_child_that_asks_and_returns_the_foreground_to_the_parent()
    {
        await using var parent = Parent.Start("ReadKey", "ExecFile", "timeout", AskAtTty);
        await parent.UntilAsync("press a key");
        await parent.Terminal!.WriteAsync("x");
        await parent.UntilAsync("password: ");

        await parent.UntilAsync("failed: SIGTERM");
        await parent.UntilAsync("parent: its own modes, in the foreground");
    }

    [Fact]
    public async Task A_child_that_the_parent_stops_stays_stopped()
    {
        await using var parent = Parent.Start("none", "Stopped", "descendants", "exec sleep 300");

        await parent.UntilAsync("stopped by SIGTSTP, and still");
        await parent.UntilAsync("stopped by SIGSTOP, and still");
        await parent.UntilAsync("in the foreground");
    }
}
