namespace TypedExec.Remote.Tests;

/// <summary>What people see of a command that travels: what they would type themselves, with secrets masked.</summary>
public sealed class DisplayTests
{
    private static readonly ICommand Make = new Executable("make")["all", "a b"];

    [Fact]
    public void Ssh_shows_the_command_line_you_would_type()
        => Assert.Equal(
            ["-p", "2222", "-o", "BatchMode=yes", "-o", "ConnectTimeout=30", "-o", "ServerAliveInterval=15", "--", "build1", "make all 'a b'"],
            Make.Via(new Ssh { Host = "build1", Port = 2222 }).ToArguments());

    [Fact]
    public void Directory_and_environment_are_passed_with_the_command()
        => Assert.Equal(
            "cd '/s r c' && env -u GONE 'A=1 2' make all 'a b'",
            Make.WithOptions(new ProcessOptions { Cwd = "/s r c", Env = new Dictionary<string, string?> { ["A"] = "1 2", ["GONE"] = null } })
                .Via(new Ssh { Host = "build1" }).ToArguments()[^1]);

    [Fact]
    public void Options_of_the_command_do_not_become_the_carriers()
    {
        var command = Make.WithOptions(new ProcessOptions { Cwd = "/far", ClearEnv = true, Timeout = TimeSpan.FromSeconds(3), SuccessExitCodes = [0, 2] })
            .Via(new Ssh { Host = "build1" });
        Assert.Equal((null, null), (command.Defaults!.Cwd, command.Defaults.ClearEnv));
        Assert.Equal(TimeSpan.FromSeconds(3), command.Defaults.Timeout);
        Assert.Equal([0, 2], command.Defaults.SuccessExitCodes);
    }

    [Fact]
    public void Values_of_the_environment_are_masked()
    {
        var command = Make.WithOptions(new ProcessOptions { Env = new Dictionary<string, string?> { ["TOKEN"] = "abcdefgh1" } });
        foreach (var carrier in (ICarrier[])[new Ssh { Host = "build1" }, new Sudo(), new DockerExec { Container = "c" }, new DockerRun { Image = "i" }, new KubectlExec { Pod = "p" }])
        {
            var shown = command.Via(carrier).ToString()!;
            Assert.DoesNotContain("abcdefgh1", shown, StringComparison.Ordinal);
            Assert.Contains("TOKEN=***", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_secrets_in_one_printed_line_are_both_masked()
    {
        var command = new Login { User = "first-secret", Password = "second-secret" }.Via(new ShellOnly());
        var failure = await Assert.ThrowsAsync<ExecException>(() => command.ExecFile().AsTask());
        Assert.DoesNotContain("first-secret", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("second-secret", failure.Message, StringComparison.Ordinal);
        Assert.Contains("second-secret", failure.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_carrier_shows_its_own_options()
    {
        Assert.Equal("sudo -u bob -n -- make all 'a b'", Make.Via(new Sudo { User = "bob" }).ToString());
        Assert.Equal("nice -n 5 make all 'a b'", Make.Via(new Nice { Adjustment = 5 }).ToString());
        Assert.Equal("env -i -u X '***' make all 'a b'", Make.Via(new Env { Clear = true, Unset = ["X"], Variables = new Dictionary<string, string> { ["A"] = "b" } }).ToString());
        Assert.Equal("podman exec --interactive web make all 'a b'", Make.Via(new DockerExec { Program = "podman", Container = "web" }).ToString());
        Assert.Equal("docker run --rm --interactive --init alpine make all 'a b'", Make.Via(new DockerRun { Image = "alpine", Init = true }).ToString());
        Assert.Equal("kubectl --namespace prod exec --stdin web-0 -- make all 'a b'", Make.Via(new KubectlExec { Pod = "web-0", Namespace = "prod" }).ToString());
        Assert.Equal("srun '--ntasks=2' -- make all 'a b'", Make.Via(new Srun { Tasks = 2 }).ToString());
    }

    [Fact]
    public void The_directory_is_passed_as_the_carriers_own_option_if_it_has_one()
    {
        var command = Make.WithOptions(new ProcessOptions { Cwd = "/src" });
        Assert.Equal("docker exec --interactive --workdir /src web make all 'a b'", command.Via(new DockerExec { Container = "web" }).ToString());
        Assert.Equal("docker run --rm --interactive --workdir /src alpine make all 'a b'", command.Via(new DockerRun { Image = "alpine" }).ToString());
        Assert.Equal("srun '--chdir=/src' -- make all 'a b'", command.Via(new Srun()).ToString());
        Assert.Equal("/src", command.Via(new Sudo()).Defaults!.Cwd);
    }

    [Fact]
    public void A_chain_shows_each_carrier_in_its_place()
        => Assert.Equal(
            "sudo -n -- nice make all 'a b'",
            Make.Via(new Nice()).Via(new Sudo()).Via(new Ssh { Host = "build1" }).ToArguments()[^1]);

    [Fact]
    public void Appended_arguments_reach_the_command_quoted()
    {
        var command = Make.Via(new Ssh { Host = "build1" }).WithOptions(new ProcessOptions { Cwd = "/" }).AppendArguments("; rm -rf /");
        Assert.Equal("make all 'a b' '; rm -rf /'", command.ToArguments()[^1]);
        Assert.Equal("/", command.Defaults!.Cwd);
    }

    [Fact]
    public void A_remote_shell_is_quoted_by_its_own_rules()
    {
        ICommand command = new Executable("tool")["it's"];
        Assert.Equal("'tool' 'it\\'s'", command.Via(new Ssh { Host = "h", RemoteShell = "fish" }).ToArguments()[^1]);
        Assert.Equal("& 'tool' 'it''s'", command.Via(new Ssh { Host = "h", RemoteShell = "pwsh" }).ToArguments()[^1]);
        Assert.Contains("cd /d", new Executable("tool.exe").WithOptions(new ProcessOptions { Cwd = "C:\\src" }).Via(new Ssh { Host = "h", RemoteShell = "cmd" }).ToArguments()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_that_cannot_be_carried_is_rejected_by_name()
    {
        var command = Make.WithOptions(new ProcessOptions { UserName = "bob" }).Via(new Ssh { Host = "build1" });
        Assert.Contains("UserName", Assert.Throws<ArgumentException>(() => command.ToArguments()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Make.WithOptions(new ProcessOptions { ClearEnv = true }).Via(new DockerRun { Image = "i" }).ToArguments());
        Assert.Throws<ArgumentException>(() => new Executable("-x").Via(new DockerExec { Container = "c" }).ToArguments());
    }
}
