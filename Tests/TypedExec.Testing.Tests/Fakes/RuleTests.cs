namespace TypedExec.Testing.Tests.Fakes;

/// <summary>Which rule answers, and what it can specify.</summary>
public sealed class RuleTests
{
    [Fact]
    public async Task A_typed_rule_inspects_the_command_itself()
    {
        await using var fake = new FakeCommands();
        fake.When<Git.Clone>().Returns("deep");
        fake.When<Git.Clone>(static clone => clone.Depth == 1).Returns("shallow");

        Assert.Equal("shallow", (await new Git.Clone { Depth = 1 }.ExecFile()).Stdout);
        Assert.Equal("deep", (await new Git.Clone().ExecFile()).Stdout);
    }

    [Fact]
    public async Task A_typed_rule_sees_through_wrapped_commands()
    {
        await using var fake = new FakeCommands();
        fake.When<Git.Clone>(static clone => clone.Depth == 1).Returns("it");
        var command = new Git.Clone { Depth = 1 }.WithOptions(new ProcessOptions { Cwd = "/" }).WithFileName("/opt/git").AppendArguments("--bare");

        Assert.Equal("it", (await command.ExecFile()).Stdout);
        var call = Assert.Single(fake.Calls);
        Assert.Equal(1, Assert.IsType<Git.Clone>(call.Command).Depth);
        Assert.Equal(("/opt/git", "/"), (call.FileName, call.Cwd));
        Assert.Equal(["clone", "--depth=1", "--bare"], call.Arguments);
    }

    [Fact]
    public async Task A_command_in_a_pipeline_is_typed_too()
    {
        await using var fake = new FakeCommands();
        fake.When<Git.Clone>().Returns("one\n");
        fake.When("wc").Returns("1");

        Assert.Equal("1", (await (new Git.Clone() | new Executable("wc")["-l"]).ExecFile()).Stdout);
        Assert.Equal("one\n", fake.Calls[1].Input);
    }

    [Fact]
    public async Task The_static_forms_match_by_name_only()
    {
        await using var fake = new FakeCommands();
        fake.When<Git.Clone>().Returns("typed");
        fake.When("git", "clone", Any.Rest).Returns("named");

        Assert.Equal("named", (await Git.Clone.ExecFile("--bare")).Stdout);
        Assert.Null(fake.Calls[0].Command);
    }

    [Fact]
    public async Task Arguments_are_literal_or_wildcards()
    {
        await using var fake = new FakeCommands();
        fake.When("docker", "ps").Returns("none");
        fake.When("docker", "ps", Any.Argument).Returns("one");
        fake.When("docker", "ps", "--all", Any.Rest).Returns("all");
        fake.When("docker", Any.That(static word => word.StartsWith("rm", StringComparison.Ordinal)), Any.Rest).Returns("rm");
        var docker = new Executable("docker");

        Assert.Equal("none", (await docker.ExecFile("ps")).Stdout);
        Assert.Equal("one", (await docker.ExecFile("ps", "-q")).Stdout);
        Assert.Equal("all", (await docker.ExecFile("ps", "--all", "-q")).Stdout);
        Assert.Equal("rm", (await docker.ExecFile("rmi", "x")).Stdout);
    }

    [Fact]
    public async Task A_name_alone_matches_any_arguments_and_any_path()
    {
        await using var fake = new FakeCommands();
        fake.When("docker").Returns("it");

        Assert.Equal("it", (await new Executable("docker").ExecFile("ps", "-q")).Stdout);
        Assert.Equal("it", (await new Executable("/usr/bin/docker").ExecFile([])).Stdout);
    }

    [Fact]
    public void Any_Rest_comes_last()
    {
        using var fake = new FakeCommands();

        Assert.Throws<ArgumentException>(() => fake.When("docker", Any.Rest, "x"));
    }

    [Fact]
    public async Task Later_calls_use_Then_and_its_last_answer_repeats()
    {
        await using var fake = new FakeCommands();
        fake.When("flaky").Returns("", "busy", 1).ThenFailsToStart("EAGAIN").ThenEndsBy(Signal.SIGSEGV).ThenReturns("well").ThenRuns(static async child =>
        {
            await child.Stdout.WriteAsync("script");
            return 0;
        });
        var flaky = new Executable("flaky");

        Assert.Equal(1, (await Assert.ThrowsAsync<ExecException>(async () => await flaky.ExecFile())).ExitCode);
        Assert.Equal("EAGAIN", (await Assert.ThrowsAsync<ExecException>(async () => await flaky.ExecFile())).Code);
        Assert.Equal(Signal.SIGSEGV, (await Assert.ThrowsAsync<ExecException>(async () => await flaky.ExecFile())).Signal);
        Assert.Equal("well", (await flaky.ExecFile()).Stdout);
        Assert.Equal("script", (await flaky.ExecFile()).Stdout);
        Assert.Equal("script", (await flaky.ExecFile()).Stdout);
    }

    [Theory]
    [InlineData("ENOENT", -2)]
    [InlineData("EACCES", -13)]
    [InlineData("E2BIG", -7)]
    public async Task A_start_failure_is_the_same_as_a_real_programs(string code, int errno)
    {
        await using var fake = new FakeCommands();
        fake.When("gone").FailsToStart(code);

        var error = await Assert.ThrowsAsync<ExecException>(async () => await new Executable("gone").ExecFile("x"));
        var sync = Assert.Throws<ExecException>(() => new Executable("gone").ExecFileSync("x"));

        Assert.Equal((code, errno, "spawn gone", "gone", $"spawn gone {code}"), (error.Code, error.Errno, error.Syscall, error.Path, error.Message));
        Assert.Equal((code, "spawnSync gone"), (sync.Code, sync.Syscall));
    }

    [Fact]
    public void A_start_failure_has_an_existing_code()
    {
        using var fake = new FakeCommands();

        Assert.Throws<ArgumentException>(() => fake.When("x").FailsToStart("ENOSUCH"));
    }

    [Fact]
    public async Task A_call_records_its_request()
    {
        await using var fake = new FakeCommands();
        fake.When("tool").Returns();

        await new Executable("tool").ExecFile(["--flag"], new ExecFileOptions
        {
            Cwd = "/somewhere",
            Env = new Dictionary<string, string?> { ["MODE"] = "test" },
            Input = "line 1\nline 2\n",
        });

        var call = Assert.Single(fake.Calls);
        Assert.Equal(("tool", "/somewhere", "test", "line 1\nline 2\n"), (call.FileName, call.Cwd, call.Environment["MODE"], call.Input));
        Assert.Equal(["--flag"], call.Arguments);
        Assert.Equal(0, call.Status?.ExitCode);
    }

    [Fact]
    public async Task Secrets_are_masked_in_a_calls_display_but_not_in_its_arguments()
    {
        await using var fake = new FakeCommands();
        fake.When<Git.Clone>().Returns();

        await new Git.Clone { Token = "hunter2" }.ExecFile();

        Assert.Equal("git clone '--token=***'", fake.Calls[0].CommandLine);
        Assert.Contains("--token=hunter2", fake.Calls[0].Arguments);
    }

    [Fact]
    public async Task An_input_of_any_size_is_recorded()
    {
        await using var fake = new FakeCommands();
        fake.When("tool").Returns("done");
        var input = new string('x', 1_000_000);

        Assert.Equal("done", (await new Executable("tool").ExecFile([], new() { Input = input })).Stdout);
        Assert.Equal("done", new Executable("tool").SpawnSync([], new() { Input = input }).Stdout);
        Assert.All(fake.Calls, call => Assert.Equal(input, call.Input));
    }
}
