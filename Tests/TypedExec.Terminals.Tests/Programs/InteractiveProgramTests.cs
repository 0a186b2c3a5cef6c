namespace TypedExec.Terminals.Tests.Programs;

/// <summary>Conversations with programs that behave differently without a terminal.</summary>
public sealed class InteractiveProgramTests
{
    [Fact]
    public async Task Python_answers_at_its_prompt()
    {
        await using var child = Sessions.Start("python3", "-i", "-q");
        await child.Terminal!.ExpectAsync(">>> ");

        await child.Terminal.WriteLineAsync("print(6 * 7)");

        Assert.EndsWith("\n", (await child.Terminal.ExpectAsync("42\r\n")).Before, StringComparison.Ordinal);
        await child.Terminal.ExpectAsync(">>> ");
        await child.Terminal.WriteLineAsync("exit(5)");
        Assert.Equal(5, (await child.WaitForCloseAsync().WaitAsync(Sessions.Soon)).ExitCode);
    }

    [Fact]
    public async Task Bash_has_job_control()
    {
        await using var child = Sessions.Start("bash", "--norc", "-i");
        await child.Terminal!.ExpectAsync("$ ");

        await child.Terminal.WriteLineAsync("sleep 300");
        await child.Terminal.ExpectAsync("sleep 300\r\n");
        // Ctrl+Z is for the foreground group, which is the shell's own until the job has started.
        await Sessions.UntilAsync(() => NameOfForeground(child.Pid!.Value) == "sleep", () => child.Terminal.Screen);
        await child.Terminal.WriteAsync("\u001a");

        await child.Terminal.ExpectAsync("Stopped");
        await child.Terminal.WriteLineAsync("kill %1; exit");
    }

    /// <summary>
    /// Returns the program that leads the foreground process group of a process's terminal, using proc_pid_stat(5).
    /// </summary>
    private static string? NameOfForeground(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        var group = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[5];
        return File.Exists($"/proc/{group}/comm") ? File.ReadAllText($"/proc/{group}/comm").Trim() : null;
    }

    [Fact]
    public async Task Less_draws_a_page_and_quits_with_q()
    {
        await using var child = Sessions.Start(new TerminalSize(40, 5), "sh", "-c", "seq 1 100 | LESS= less");
        Sessions.SkipWithout("less");
        await Sessions.UntilAsync(() => child.Terminal!.Screen == "1\n2\n3\n4\n:", () => child.Terminal!.Screen);

        await child.Terminal!.WriteAsync(" ");
        await Sessions.UntilAsync(() => child.Terminal.Screen == "5\n6\n7\n8\n:", () => child.Terminal.Screen);
        await child.Terminal.WriteAsync("q");

        Assert.Equal(0, (await child.WaitForCloseAsync().WaitAsync(Sessions.Soon)).ExitCode);
    }

    [Fact]
    public async Task Ls_has_columns_and_colors_only_in_a_terminal()
    {
        var folder = Directory.CreateTempSubdirectory("typedexec-terminals-tests-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "one"));
            Directory.CreateDirectory(Path.Combine(folder.FullName, "two"));
            await using var child = Sessions.Start("ls", "--color=auto", folder.FullName);
            var piped = await new Executable("ls").ExecFile("--color=auto", folder.FullName);

            Assert.Contains("\u001b[", await Sessions.ReadAllAsync(child), StringComparison.Ordinal);
            Assert.Equal("one  two", child.Terminal!.Screen);
            Assert.Equal("one\ntwo\n", piped.Stdout);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
