namespace TypedExec.Testing.Tests.Fakes;

/// <summary>A fake applies only to its own call flow.</summary>
public sealed class FlowTests
{
    [Fact]
    public async Task Parallel_flows_do_not_see_each_others_fakes()
    {
        var flows = Enumerable.Range(0, 8).Select(static number => Task.Run(async () =>
        {
            await using var fake = new FakeCommands();
            fake.When("who").Returns($"{number}");
            var answers = new List<string>();
            for (var i = 0; i < 10; i++)
            {
                answers.Add((await new Executable("who").ExecFile()).Stdout);
                answers.Add(new Executable("who").ExecFileSync().Stdout);
                await Task.Yield();
            }

            return answers.TrueForAll(answer => answer == $"{number}") && fake.Calls.Count == 20;
        }));

        Assert.All(await Task.WhenAll(flows).Soon(), Assert.True);
    }

    [Fact]
    public async Task A_parallel_flow_runs_real_programs()
    {
        var made = new TaskCompletionSource();
        var done = new TaskCompletionSource();
        var faked = Task.Run(async () =>
        {
            await using var fake = new FakeCommands();
            fake.When("echo").Returns("fake");
            made.SetResult();
            await done.Task;
        });
        await made.Task.Soon();

        Assert.Equal("real\n", (await new Executable("echo").ExecFile("real")).Stdout);
        done.SetResult();
        await faked.Soon();
    }

    [Fact]
    public async Task After_disposal_programs_are_real_again_even_in_older_flows()
    {
        var disposed = new TaskCompletionSource();
        Task<ExecResult> late;
        await using (var fake = new FakeCommands())
        {
            fake.When("echo").Returns("fake");
            late = Task.Run(async () =>
            {
                await disposed.Task;
                return await new Executable("echo").ExecFile("late");
            });
            Assert.Equal("fake", (await new Executable("echo").ExecFile("x")).Stdout);
        }

        disposed.SetResult();
        Assert.Equal("late\n", (await late.Soon()).Stdout);
        Assert.Equal("real\n", (await new Executable("echo").ExecFile("real")).Stdout);
    }

    [Fact]
    public async Task A_fake_within_a_fake_passes_to_the_outer_one()
    {
        await using var outer = new FakeCommands();
        outer.When("a").Returns("outer a");
        outer.When("b").Returns("outer b");
        await using (var inner = new FakeCommands { PassThrough = true })
        {
            inner.When("a").Returns("inner a");
            Assert.Equal("inner a", (await new Executable("a").ExecFile()).Stdout);
            Assert.Equal("outer b", (await new Executable("b").ExecFile()).Stdout);
        }

        Assert.Equal("outer a", (await new Executable("a").ExecFile()).Stdout);
    }

    [Fact]
    public async Task A_childs_event_handler_runs_fakes_too()
    {
        await using var fake = new FakeCommands();
        fake.When("first").Returns();
        fake.When("second").Returns("from the handler");
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var child = new Executable("first").Spawn();

        child.Closed += (_, _) => answer.SetResult(new Executable("second").ExecFileSync().Stdout);

        Assert.Equal("from the handler", await answer.Task.Soon());
    }

    [Fact]
    public async Task A_script_runs_in_the_flow_of_its_caller()
    {
        await using var fake = new FakeCommands();
        fake.When("inner").Returns("deep");
        fake.When("outer").Runs(static async child =>
        {
            await child.Stdout.WriteAsync((await new Executable("inner").ExecFile()).Stdout);
            return 0;
        });

        Assert.Equal("deep", (await new Executable("outer").ExecFile()).Stdout);
    }

    [Fact]
    public async Task Disposal_kills_what_still_runs()
    {
        ChildProcess child;
        await using (var fake = new FakeCommands())
        {
            fake.When("server").Runs(static async child =>
            {
                await Task.Delay(Timeout.Infinite, child.Ended);
                return 0;
            });
            child = new Executable("server").Spawn();
        }

        Assert.Equal(Signal.SIGKILL, (await child.WaitForCloseAsync().Soon()).Signal);
    }
}
