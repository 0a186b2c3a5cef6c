using TypedExec.Tests.Pipelines;
using static TypedExec.Tests.Support.Programs;
using TypedExec.Generated;

namespace TypedExec.Tests.Commands;

/// <summary>Commands as values: programs with arguments, with other programs, options and arguments, and whole shell lines.</summary>
public sealed class CommandValueTests
{
    [Fact]
    public async Task An_executable_with_arguments_is_a_command()
    {
        ICommand command = new Executable("printf")["%s-", "a b", "c"];

        Assert.Equal("a b-c-", (await command.ExecFile().Soon()).Stdout);
        Assert.Equal("printf", command.FileName);
        Assert.Equal(["%s-", "a b", "c"], command.ToArguments());
        Assert.Equal("printf %s- 'a b' c", command.ToString());
    }

    [Fact]
    public async Task Executables_make_a_pipeline()
    {
        var pipeline = new Executable("printf")["b\\na\\nb\\n"] | new Executable("sort")["-u"] | new Executable("wc")["-l"];

        Assert.Equal("2", (await pipeline.ExecFile().Soon()).Stdout.Trim());
    }

    [Fact]
    public void Later_arguments_are_appended()
    {
        var echo = new Executable("echo", "a")["b"];

        Assert.Equal("a b c\n", echo.ExecFileSync("c").Stdout);
        Assert.Equal(["a"], new Executable("echo", "a").Arguments);
    }

    [Fact]
    public void FindPath_works_like_which()
    {
        var found = Executable.FindPath("sh");

        Assert.Equal(Sh.ExecFileSync("-c", "command -v sh").Stdout.Trim(), found);
        Assert.Equal("/bin/sh", Executable.FindPath("/bin/sh"));
        Assert.Null(Executable.FindPath("no-such-program-here"));
        Assert.Null(Executable.FindPath("/etc"));
        Assert.Null(Executable.FindPath("/etc/passwd"));
        Assert.Throws<ArgumentException>(() => Executable.FindPath(""));
    }

    [Fact]
    public async Task WithFileName_runs_another_program_with_the_same_arguments()
    {
        var command = new Executable("no-such-program")["-c", "echo $0 $1", "x", "y"].WithFileName("/bin/sh");

        Assert.Equal("x y\n", (await command.ExecFile().Soon()).Stdout);
        Assert.StartsWith("/bin/sh -c", command.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithOptions_is_kept_and_the_later_call_wins()
    {
        var pwd = new Executable("sh")["-c", "pwd; echo $A $B"]
            .WithOptions(new ProcessOptions { Cwd = "/", Env = new Dictionary<string, string?> { ["A"] = "1" } })
            .WithOptions(new ProcessOptions { Cwd = "/usr", Env = new Dictionary<string, string?> { ["B"] = "2" } });

        Assert.Equal("/usr\n1 2\n", (await pwd.ExecFile().Soon()).Stdout);
        Assert.Equal("/usr\n1 2\n", (await (pwd | Tool("cat")).ExecFile().Soon()).Stdout);
        Assert.Equal("/usr\n1 2\n", (pwd | Tool("cat")).ExecFileSync().Stdout);
        Assert.Equal("/etc\n1 2\n", pwd.ExecFileSync(new() { Cwd = "/etc" }).Stdout);
        Assert.Throws<ArgumentException>(() => pwd.WithOptions(new SpawnOptions()));
    }

    [Fact]
    public async Task A_commands_timeout_also_ends_its_pipeline()
    {
        var sleep = new Executable("sleep")["30"].WithOptions(new ProcessOptions { Timeout = TimeSpan.FromMilliseconds(100) });

        Assert.True((await Assert.ThrowsAsync<ExecException>(() => (sleep | Tool("cat")).ExecFile().AsTask().Soon())).TimedOut);
        Assert.True(Assert.Throws<ExecException>(() => (sleep | Tool("cat")).ExecFileSync()).TimedOut);
    }

    [Fact]
    public async Task AppendArguments_puts_arguments_at_the_end()
        => Assert.Equal("a b -c\n", (await new Executable("echo")["a"].AppendArguments("b", "-c").ExecFile().Soon()).Stdout);

    [Fact]
    public void Secrets_stay_masked_in_all_of_them()
    {
        var command = new SecretCommand().WithFileName("printf").WithOptions(new() { Cwd = "/" }).AppendArguments("shown");

        Assert.DoesNotContain("hunter2", command.ToString(), StringComparison.Ordinal);
        Assert.Contains("***", command.ToCommandLine(), StringComparison.Ordinal);
        Assert.Equal("hunter2shown", command.ExecFileSync().Stdout);
        var executable = new Executable("printf")[new SecretCommand().ToArguments()]["shown"];
        Assert.DoesNotContain("hunter2", executable.ToString(), StringComparison.Ordinal);
        Assert.Equal("hunter2shown", executable.ExecFileSync().Stdout);
        Assert.DoesNotContain("hunter2", Shell.Command($"{command} | cat").ToString(), StringComparison.Ordinal);
        Assert.Equal("hunter2shown", Shell.Command($"{command} | cat").ExecFileSync().Stdout);
    }

    [Fact]
    public void ToString_of_an_invalid_command_shows_it_with_the_reason()
    {
        Assert.Contains("-x", new Refused("-x").ToCommandLine(), StringComparison.Ordinal);
        Assert.StartsWith("cat # refused: ", new Refused("-x").ToCommandLine(), StringComparison.Ordinal);
        Assert.Contains("refused", new Executable("echo")["a\0b"].ToString(), StringComparison.Ordinal);
        Assert.Contains("refused", (new Refused("-x") | Tool("cat")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_shell_line_needs_no_class()
    {
        var directory = "/";

        Assert.Equal("/\n", (await Shell.Exec($"cd {directory} && pwd | cat").Soon()).Stdout);
        Assert.Equal("/\n", Shell.ExecSync($"cd {directory} && pwd").Stdout);
        Assert.Equal("constant\n", (await Shell.Exec("echo constant | cat").Soon()).Stdout);
    }

    [Fact]
    public async Task A_shell_line_is_a_command_for_every_verb()
    {
        var hostile = "a b; echo c $(echo d) 'e";
        var command = Shell.Command($"printf %s {hostile} | cat");

        Assert.Equal(hostile, (await command.ExecFile().Soon()).Stdout);
        Assert.Equal(hostile, (await (command | Tool("cat")).ExecFile().Soon()).Stdout);
        Assert.Equal("/bin/sh", command.FileName);
        SkipWithout("bash");
        Assert.Equal("yes\n", (await Shell.Command("[[ a == a ]] && echo yes", "bash").ExecFile().Soon()).Stdout);
    }

    private static Executable Tool(string name) => new(name);

    private sealed class SecretCommand : ICommand
    {
        public string FileName => "echo";

        public IReadOnlyList<string> ToArguments()
        {
            var arguments = new CommandArguments();
            arguments.Add("%s%s");
            arguments.AddSecret("hunter2", "***");
            return arguments;
        }
    }

    private sealed class Refused(string file) : ICommand
    {
        public string FileName => "cat";

        public IReadOnlyList<string> ToArguments()
        {
            var arguments = new CommandArguments();
            arguments.AddArgument("File", file);
            return arguments;
        }
    }
}
