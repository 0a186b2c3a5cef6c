using Xunit;

namespace TypedExec.Generator.Tests.Running;

/// <summary>The overloads resolve as intended; that this compiles is half of the test.</summary>
public sealed class VerbTests
{
    private static readonly List<string> Words = ["a", "b"];

    [Fact]
    public async Task The_options_of_an_executable_are_not_arguments()
    {
        var cat = new Executable("cat");

        Assert.Equal("x", (await cat.ExecFile(new() { Input = "x" })).Stdout);
        Assert.Equal("x", cat.ExecFileSync(new() { Input = "x" }).Stdout);
        Assert.Equal("x", cat.SpawnSync(new() { Input = "x" }).Stdout);
        Assert.Equal("x", (await cat.Exec(new() { Input = "x" })).Stdout);
        Assert.Equal("x", cat.ExecSync(new() { Input = "x" }).Stdout);
        Assert.Equal("x", (await cat.RunAsync(new() { Input = "x", Stdout = [Output.Capture] })).Stdout);
        await using var child = cat.Spawn(new() { Stdio = [Stdio.Ignore] });
        Assert.Equal("", (await cat.ExecFile()).Stdout);
    }

    [Fact]
    public async Task Arguments_of_an_executable_come_in_every_form()
    {
        var echo = new Executable("echo");

        Assert.Equal("\n", (await echo.ExecFile([])).Stdout);
        Assert.Equal("a\n", (await echo.ExecFile("a")).Stdout);
        Assert.Equal("a b\n", (await echo.ExecFile(["a", "b"])).Stdout);
        Assert.Equal("a b\n", (await echo.ExecFile(Words)).Stdout);
        Assert.Equal("a b\n", (await echo.ExecFile(Words, new() { Cwd = "/" })).Stdout);
        Assert.Equal("a b\n", echo.ExecFileSync("a", "b").Stdout);
        Assert.Equal("a b\n", echo.SpawnSync("a", "b").Stdout);
        Assert.Equal("a | b\n", (await echo.Exec("a", "|", "b")).Stdout);
        Assert.Equal("A\n", (await echo.Exec("a | tr a A")).Stdout);
        var hole = "a | tr a A";
        Assert.Equal(hole + "\n", (await echo.Exec($"{hole}")).Stdout);
        Assert.Equal("a b\n", (await echo.Exec(Words, new() { Cwd = "/" })).Stdout);
        Assert.Equal("a b\n", echo.ExecSync(Words).Stdout);
        Assert.Equal("a b\n", (await echo.RunAsync(Words, new() { Stdout = [Output.Capture] })).Stdout);
        await using var child = echo.Spawn(Words, cancellationToken: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_class_has_static_and_instance_forms_of_one_name()
    {
        Assert.Equal("a b\n", (await Echo.RunAsync(Words, new() { Stdout = [Output.Capture] })).Stdout);
        Assert.Equal("a\n", (await new Echo { Words = ["a"] }.RunAsync(new() { Stdout = [Output.Capture] })).Stdout);
        Assert.Equal("a\n", (await Echo.CreateBuilder().Words("a").RunAsync(new() { Stdout = [Output.Capture] })).Stdout);
        Assert.Equal("a\n", new Echo { Words = ["a"] }.Run(new() { Stdout = [Output.Capture] }).Stdout);
        Assert.Equal(["a"], await new Echo { Words = ["a"] }.ReadLinesAsync().ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal("a\n", (await new Echo { Words = ["a"] }.ExecFile(new() { Cwd = "/" })).Stdout);
        Assert.Equal("a z\n", (await new Echo { Words = ["a"] }.AppendArguments("z").ExecFile()).Stdout);
        Assert.Equal("a b\n", Echo.ExecFileSync("a", "b").Stdout);
        Assert.Equal("a b\n", Echo.SpawnSync("a", "b").Stdout);
        Assert.Equal("a b\n", Echo.ExecSync("a", "b").Stdout);
    }

    [Fact]
    public async Task A_programs_own_run_is_a_nested_class()
    {
        var run = new EchoWithRun.Run { Image = "alpine" };

        Assert.Equal("run alpine\n", (await run.RunAsync(new() { Stdout = [Output.Capture] })).Stdout);
        Assert.Equal("run alpine\n", run.Run(new() { Stdout = [Output.Capture] }).Stdout);
        Assert.Equal("a\n", (await EchoWithRun.RunAsync(["a"], new() { Stdout = [Output.Capture] })).Stdout);
    }

    [Fact]
    public async Task The_classs_exit_codes_apply_to_every_form()
    {
        var nothing = new ExecFileOptions { Input = "abc" };

        Assert.True((await new Grep { Pattern = "x" }.ExecFile(nothing)).Success);
        Assert.True((await Grep.ExecFile(["x"], nothing)).Success);
        Assert.True((await (new Executable("echo")["abc"] | new Grep { Pattern = "x" }).ExecFile()).Success);
        Assert.True((await new Grep { Pattern = "x" }.WithOptions(new() { Cwd = "/" }).ExecFile(nothing)).Success);
        await Assert.ThrowsAsync<ExecException>(() => new Grep { Pattern = "x" }.ExecFile(nothing with { SuccessExitCodes = [0] }).AsTask());
        await Assert.ThrowsAsync<ExecException>(() => new Grep { Pattern = "[" }.ExecFile(nothing).AsTask());
    }

    [Fact]
    public async Task An_async_lambda_for_lines_is_never_async_void()
    {
        var lines = new List<string>();
        var options = new ExecFileOptions
        {
            Stdout =
            [
                Output.ToLines(async line => await Task.Yield()),
                Output.ToLines(line => lines.Add(line)),
                Output.ToLines(lines.Add),
                Output.ToLines(line => Task.CompletedTask),
                Output.ToLines(line => ValueTask.CompletedTask),
                Output.ToLines(line => { }),
            ],
        };

        await new Executable("echo")["a"].ExecFile(options);

        Assert.Equal(["a", "a"], lines);
        await Assert.ThrowsAsync<InvalidOperationException>(() => new Executable("echo")["a"].ExecFile(new()
        {
            Stdout = [Output.ToLines(async line =>
            {
                await Task.Yield();
                throw new InvalidOperationException(line);
            })],
        }).AsTask());
    }
}

[Command("echo")]
public partial class Echo
{
    [Argument(0)] public IReadOnlyList<string> Words { get; init; } = [];
}

[Command("echo")]
public partial class EchoWithRun
{
    [Subcommand("run")]
    public partial class Run
    {
        [Argument(0)] public required string Image { get; init; }
    }
}

[Command("grep", SuccessExitCodes = [0, 1])]
public partial class Grep
{
    [Argument(0)] public required string Pattern { get; init; }
}
