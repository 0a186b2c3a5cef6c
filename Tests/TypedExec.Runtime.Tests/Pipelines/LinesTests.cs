namespace TypedExec.Tests.Pipelines;

public sealed class LinesTests
{
    [Fact]
    public async Task Lines_are_those_of_the_last_stage()
        => Assert.Equal(["2", "3"], await ReadAsync((new Tool("seq", "3") | new Tool("tail", "-n", "2")).ReadLinesAsync()));

    [Fact]
    public async Task Without_input_the_first_stage_finds_its_stdin_at_its_end()
        => Assert.Equal([], await ReadAsync((Tool.Cat | Tool.Cat).ReadLinesAsync()));

    [Fact]
    public async Task Breaking_out_of_the_loop_ends_every_stage()
    {
        // The stages print their process IDs, and then write forever.
        var pipeline = Tool.Sh("echo $$; exec yes") | Tool.Sh("echo $$; exec cat");
        var pids = new List<int>();
        await foreach (var line in pipeline.ReadLinesAsync())
        {
            pids.Add(int.Parse(line));
            if (pids.Count == 2)
            {
                break;
            }
        }

        Assert.All(pids, pid => Assert.True(Processes.IsGone(pid)));
    }

    [Fact]
    public async Task A_failure_is_thrown_after_the_last_line()
    {
        var lines = new List<string>();
        var failure = await Assert.ThrowsAsync<ExecException>(async () =>
        {
            await foreach (var line in (Tool.Sh("echo a; echo why >&2; exit 3") | Tool.Cat).ReadLinesAsync())
            {
                lines.Add(line);
            }
        });

        Assert.Equal(["a"], lines);
        Assert.Equal((0, 3, "why\n"), (failure.Stage, failure.ExitCode, failure.Stderr));
    }

    [Fact]
    public async Task A_stage_that_cannot_be_started_throws()
    {
        var failure = await Assert.ThrowsAsync<ExecException>(() => ReadAsync((new Tool("yes") | new Tool("/no/such")).ReadLinesAsync()));

        Assert.Equal(("ENOENT", 1), (failure.Code, failure.Stage));
    }

    [Fact]
    public async Task Cancelling_ends_the_loop()
    {
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in (new Tool("yes") | Tool.Cat).ReadLinesAsync(cancellationToken: cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        }).Soon();
    }

    private static async Task<List<string>> ReadAsync(IAsyncEnumerable<string> lines)
    {
        var list = new List<string>();
        await foreach (var line in lines)
        {
            list.Add(line);
        }

        return list;
    }
}
