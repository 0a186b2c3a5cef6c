namespace TypedExec.Terminals.Tests.Inherited;

/// <summary>The parent is a job of a shell: what stops its child stops the job, and the shell's fg continues both.</summary>
public sealed class ShellJobTests
{
    private const string ReadTwice = "read x; echo \"first $x\"; read y; echo \"second $y\"";

    [Theory]
    [InlineData("RunAsync", "descendants")]
    [InlineData("RunAsync", "parent-exit")]
    [InlineData("Run", "descendants")]
    [InlineData("Run", "plain")]
    public async Task Ctrl_Z_stops_the_job_and_fg_continues_it(string way, string group)
    {
        await using var shell = await Parent.StartShellAsync();
        await shell.TypeAsync(Parent.Line("none", way, group, ReadTwice));
        await shell.UntilAsync("begin");
        await shell.TypeAsync("one");
        await shell.UntilAsync("first one");

        await shell.Terminal!.WriteAsync("\u001a");

        await shell.UntilAsync("Stopped");
        await shell.UntilAsync("$ ");
        await shell.TypeAsync("echo shell-$((6*7))");
        await shell.UntilAsync("shell-42");
        await shell.TypeAsync("fg");
        await shell.UntilAsync("at-terminal");
        await shell.TypeAsync("two");
        await shell.UntilAsync("second two");
        await shell.UntilAsync("in the foreground");
        await shell.UntilAsync("end");
        await shell.UntilAsync("$ ");
    }

    [Fact]
    public async Task Ctrl_Z_and_bg_continue_the_child_in_the_background()
    {
        await using var shell = await Parent.StartShellAsync();
        await shell.TypeAsync(Parent.Line("none", "RunAsync", "descendants", "echo up-$((1+1)); sleep 1; echo rest-$((2+2)); sleep 1"));
        // Not the shell's echo of the line: the child itself is running.
        await shell.UntilAsync("up-2");

        await shell.Terminal!.WriteAsync("\u001a");
        await shell.UntilAsync("Stopped");
        await shell.TypeAsync("bg");

        await shell.UntilAsync("rest-4");
        await shell.UntilAsync("in the background");
        await shell.TypeAsync("echo shell-$((6*7))");
        await shell.UntilAsync("shell-42");
    }

    [Theory]
    [InlineData("descendants")]
    [InlineData("parent-exit")]
    public async Task A_background_job_consumes_no_input_of_the_shell(string group)
    {
        await using var shell = await Parent.StartShellAsync();

        await shell.TypeAsync(Parent.Line("none", "RunAsync", group, "echo working-$((1+1)); sleep 1; echo done-$((1+1))") + " &");

        await shell.UntilAsync("working-2");
        await shell.TypeAsync("echo shell-$((6*7))");
        await shell.UntilAsync("shell-42");
        await shell.UntilAsync("done-2");
        await shell.UntilAsync("in the background");
    }

    [Theory]
    [InlineData("descendants")]
    [InlineData("parent-exit")]
    public async Task A_background_job_whose_child_reads_is_stopped_until_fg(string group)
    {
        await using var shell = await Parent.StartShellAsync();
        // The shell reports it immediately.
        await shell.TypeAsync("set -b");
        await shell.UntilAsync("$ ");

        await shell.TypeAsync(Parent.Line("none", "RunAsync", group, "read x; echo \"it is $x\"") + " &");

        await shell.UntilAsync("Stopped");
        await shell.TypeAsync("echo shell-$((6*7))");
        await shell.UntilAsync("shell-42");
        await shell.TypeAsync("fg");
        await shell.UntilAsync("at-terminal");
        await shell.TypeAsync("a line");
        await shell.UntilAsync("it is a line");
        await shell.UntilAsync("in the foreground");
    }

    [Fact]
    public async Task Without_a_shell_Ctrl_Z_does_not_leave_the_child_stopped()
    {
        await using var parent = Parent.Start("none", "RunAsync", "descendants", ReadTwice);
        await parent.UntilAsync("begin");
        await parent.TypeAsync("one");
        await parent.UntilAsync("first one");

        await parent.Terminal!.WriteAsync("\u001a");
        await parent.UntilAsync("^Z");
        await parent.TypeAsync("two");

        await parent.UntilAsync("second two");
        await parent.UntilAsync("in the foreground");
    }
}
