namespace TypedExec.Testing.Tests.Fakes;

/// <summary>A command that no rule matches reports it, and starts nothing.</summary>
public sealed class NotFakedTests
{
    [Fact]
    public async Task An_unmatched_call_throws_with_the_command_line_and_the_closest_rules()
    {
        await using var fake = new FakeCommands();
        fake.When("tar", "-x").Returns();
        fake.When("git", "clone", "--depth=2", Any.Rest).Returns();
        fake.When("git", "push").Returns();
        fake.When("make").Returns();

        var error = Assert.Throws<NotFakedException>(() => new Git.Clone { Depth = 1, Token = "hunter2" }.ExecFile());

        Assert.Equal(
            """
            No rule matches this command, so it wasn't run: git clone '--depth=1' '--token=***'
            The nearest:
              When("git", "clone", "--depth=2", Any.Rest)
              When("git", "push")
              When("tar", "-x")
            Add a When for it, or set PassThrough to run commands that no rule matches.
            """,
            error.Message);
        Assert.Equal("git clone '--depth=1' '--token=***'", error.CommandLine);
        Assert.Empty(fake.Calls);
    }

    [Fact]
    public async Task Every_verb_throws()
    {
        await using var fake = new FakeCommands();
        var echo = new Executable("echo", "x");

        Assert.Throws<NotFakedException>(() => echo.Spawn());
        Assert.Throws<NotFakedException>(() => echo.SpawnSync());
        Assert.Throws<NotFakedException>(() => echo.ExecFileSync());
        Assert.Throws<NotFakedException>(() => echo.Exec());
        Assert.Throws<NotFakedException>(() => echo.Run());
        Assert.Throws<NotFakedException>(() => (echo | echo).Spawn());
        Assert.Throws<NotFakedException>(() => (echo | echo).ExecFileSync());
        Assert.Throws<NotFakedException>(() => Node.Fork("x.js"));
        await Assert.ThrowsAsync<NotFakedException>(() => IGit.Create().CurrentBranchAsync());
    }

    [Fact]
    public async Task A_pipeline_with_an_unmatched_stage_starts_nothing()
    {
        await using var fake = new FakeCommands();
        fake.When("first").Returns();

        Assert.Throws<NotFakedException>(() => (new Executable("first") | new Executable("second")).ExecFile());

        Assert.Empty(fake.Calls);
    }

    [Fact]
    public async Task PassThrough_runs_it_for_real()
    {
        await using var fake = new FakeCommands { PassThrough = true };
        fake.When("git").Returns("fake");

        Assert.Equal("real\n", (await new Executable("echo").ExecFile("real")).Stdout);
        Assert.Equal("fake", (await new Executable("git").ExecFile("status")).Stdout);
        Assert.Equal([true, false], fake.Calls.Select(static call => call.IsPassedThrough));
    }
}
