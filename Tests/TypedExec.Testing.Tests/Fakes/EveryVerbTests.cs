namespace TypedExec.Testing.Tests.Fakes;

/// <summary>Whichever method runs a command, the fake answers it.</summary>
public sealed class EveryVerbTests
{
    private static readonly Executable Greet = new("greet", "world");

    public static TheoryData<string, Func<Task<string>>> Ways => new()
    {
        { "ExecFile", async () => (await Greet.ExecFile()).Stdout },
        { "ExecFileSync", () => Task.FromResult(Greet.ExecFileSync().Stdout) },
        { "Exec", async () => (await Greet.Exec()).Stdout },
        { "ExecSync", () => Task.FromResult(Greet.ExecSync().Stdout) },
        { "Shell option", async () => (await Greet.ExecFile(new() { Shell = true })).Stdout },
        { "SpawnSync", () => Task.FromResult(Greet.SpawnSync().Stdout) },
        { "Run", () => Task.FromResult(Greet.Run(new() { Stdout = [Output.Capture] }).Stdout) },
        { "RunAsync", async () => (await Greet.RunAsync(new() { Stdout = [Output.Capture] })).Stdout },
        { "ReadLinesAsync", async () => string.Concat(await Greet.ReadLinesAsync().Select(static line => line + "\n").ToArrayAsync()) },
        { "ReadAllLinesAsync", async () => string.Concat(await Greet.ReadAllLinesAsync().Where(static line => !line.IsError).Select(static line => line.Text + "\n").ToArrayAsync()) },
        { "Spawn", SpawnAsync },
        { "a pipeline", async () => (await (Greet | new Executable("cat")).ExecFile()).Stdout },
        { "a pipeline, sync", () => Task.FromResult((Greet | new Executable("cat")).ExecFileSync().Stdout) },
        { "a shell line", async () => (await TypedExec.Shell.Exec($"greet {"world"}")).Stdout },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_fake_answers(string way, Func<Task<string>> run)
    {
        await using var fake = new FakeCommands();
        fake.When("greet", "world").Returns(stdout: "hello\n", stderr: "well\n");
        fake.When("sh", "-c", "greet world").Returns("hello\n");
        fake.When("cat").Runs(async child =>
        {
            await child.Stdout.WriteAsync(await child.Stdin.ReadToEndAsync());
            return 0;
        });

        Assert.Equal("hello\n", await run().Soon());
        Assert.NotEmpty(fake.Calls);
        Assert.NotNull(way);
    }

    [Fact]
    public async Task Typed_methods_are_answered()
    {
        await using var fake = new FakeCommands();
        fake.When("git", "rev-parse", Any.Rest).Returns("main\n");
        fake.When("git", "log", Any.Rest).Returns("a\nb\n");
        fake.When("git", "diff", Any.Rest).Returns(exitCode: 1).ThenReturns();
        var git = IGit.Create(new ProcessOptions { Cwd = "/src" });

        Assert.Equal("main", await git.CurrentBranchAsync().Soon());
        Assert.Equal(["a", "b"], await git.LogAsync("main").ToArrayAsync());
        Assert.False(await git.IsUnchangedAsync("main").Soon());
        Assert.True(await git.IsUnchangedAsync("main").Soon());
        Assert.Equal("/src", fake.Calls[0].Cwd);
    }

    [Fact]
    public async Task A_fork_talks_by_messages()
    {
        await using var fake = new FakeCommands();
        fake.When("node", "worker.js").Runs(async child =>
        {
            var question = await child.ReadMessageAsync();
            child.Send($"you said {question.GetString()}");
            await child.Disconnected;
            return 3;
        });
        await using var worker = Node.Fork("worker.js");

        worker.Send("hello");

        Assert.Equal("you said hello", (await worker.ReadMessageAsync(MessageJson.Default.String).Soon()));
        worker.Disconnect();
        Assert.Equal(3, (await worker.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task Messages_a_fork_sent_before_exiting_are_not_lost()
    {
        await using var fake = new FakeCommands();
        fake.When("node", "worker.js").Runs(child =>
        {
            for (var i = 0; i < 1000; i++)
            {
                child.Send(i);
            }

            return Task.FromResult(0);
        });
        var worker = Node.Fork("worker.js");
        var received = 0;
        worker.Message += (_, _) => received++;

        await worker.WaitForCloseAsync().Soon();

        Assert.Equal(1000, received);
    }

    [Fact]
    public async Task A_pipeline_mixes_real_and_fake_stages()
    {
        await using var fake = new FakeCommands { PassThrough = true };
        fake.When("numbers").Returns("3\n1\n2\n");
        fake.When("shout").Runs(async child =>
        {
            while (await child.Stdin.ReadLineAsync() is { } line)
            {
                await child.Stdout.WriteLineAsync(line + "!");
            }

            return 0;
        });

        var pipeline = new Executable("numbers") | new Executable("sort") | new Executable("shout") | new Executable("cat");
        var result = await pipeline.ExecFile().AsTask().Soon();

        Assert.Equal("1!\n2!\n3!\n", result.Stdout);
        Assert.Equal("1!\n2!\n3!\n", pipeline.ExecFileSync().Stdout);
        Assert.Equal("1\n2\n3\n", fake.Calls.First(static call => call.FileName == "shout").Input);
    }

    [Fact]
    public async Task A_stage_that_stops_reading_ends_the_previous_fake_with_SIGPIPE()
    {
        await using var fake = new FakeCommands { PassThrough = true };
        fake.When("endless").Runs(async child =>
        {
            while (true)
            {
                await child.Stdout.WriteLineAsync(new string('y', 1000));
            }
        });

        var result = await (new Executable("endless") | new Executable("head")["-c", "5"]).ExecFile().AsTask().Soon();

        Assert.Equal("yyyyy", result.Stdout);
        Assert.Equal(Signal.SIGPIPE, result.Stages[0].Signal);
    }

    private static async Task<string> SpawnAsync()
    {
        await using var child = Greet.Spawn();
        return await child.Stdout!.ReadToEndAsync();
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class MessageJson : System.Text.Json.Serialization.JsonSerializerContext;
