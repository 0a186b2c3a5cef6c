namespace TypedExec.Tests.Pipelines;

/// <summary>Which pipes a stage holds decides whether its neighbors ever see their ends.</summary>
public sealed class DescriptorTests
{
    [Fact]
    public async Task Every_stage_has_only_its_own_three_descriptors()
    {
        await using var pipeline = (Tool.Cat | Tool.Cat | Tool.Cat | Tool.Cat).Spawn();
        await UntilRunningAsync(pipeline);

        var stages = pipeline.Stages.Select(stage => Descriptors(stage.Pid!.Value)).ToArray();

        Assert.All(stages, descriptors => Assert.Equal(["0", "1", "2"], descriptors.Keys.Order()));
        var ends = stages.SelectMany(descriptors => descriptors.Values).GroupBy(target => target).ToDictionary(group => group.Key, group => group.Count());
        for (var i = 1; i < stages.Length; i++)
        {
            Assert.Equal(stages[i - 1]["1"], stages[i]["0"]);
            // Held only by its two neighbors.
            Assert.Equal(2, ends[stages[i]["0"]]);
        }
    }

    [Fact]
    public async Task This_process_keeps_no_end_of_a_pipe_between_stages()
    {
        await using var pipeline = (Tool.Cat | Tool.Cat).Spawn();
        await UntilRunningAsync(pipeline);

        var between = Descriptors(pipeline.Stages[0].Pid!.Value)["1"];

        Assert.DoesNotContain(between, Descriptors(Environment.ProcessId).Values);
    }

    [Fact]
    public async Task Closing_the_first_stdin_ends_the_stages_one_after_another()
    {
        var pipeline = (Tool.Cat | Tool.Cat | Tool.Cat).Spawn();
        await pipeline.Stdin!.WriteAsync("text"u8.ToArray());
        await pipeline.Stdin.DisposeAsync();

        Assert.Equal("text", await pipeline.Stdout!.ReadToEndAsync());
        Assert.True((await pipeline.WaitForCloseAsync().Soon()).Success);
    }

    [Fact]
    public async Task Stdio_is_the_first_stdin_the_last_stdout_and_everyones_stderr()
    {
        using var files = new TempDirectory();
        var pipeline = (Tool.Sh("echo a >&2; cat") | Tool.Sh("cat; echo b >&2")).Spawn(new SpawnOptions
        {
            Stdio =
            [
                Stdio.File(files.Add("in", "x"), FileMode.Open, FileAccess.Read),
                Stdio.File(files["out"], FileMode.Create, FileAccess.Write),
                Stdio.File(files["log"], FileMode.Append, FileAccess.Write),
            ],
        });

        Assert.True((await pipeline.WaitForCloseAsync().Soon()).Success);
        Assert.Equal("x", await File.ReadAllTextAsync(files["out"]));
        Assert.Equal(["a", "b"], (await File.ReadAllLinesAsync(files["log"])).Order());
    }

    [Fact]
    public async Task No_kind_of_end_leaves_descriptors_or_zombies()
    {
        var output = await OwnProcess.RunAsync("pipelines", "10");

        var counts = output.Split(' ');
        Assert.Equal(counts[0], counts[1]);
        Assert.Equal("0", counts[2]);
    }

    /// <summary>Until exec, the child of posix_spawn still holds what close-on-exec is about to close.</summary>
    private static async Task UntilRunningAsync(ChildPipeline pipeline)
    {
        await pipeline.Stdin!.WriteAsync("x"u8.ToArray());
        Assert.Equal(1, await pipeline.Stdout!.ReadAsync(new byte[1]));
    }

    private static Dictionary<string, string> Descriptors(int pid)
    {
        var descriptors = new Dictionary<string, string>();
        foreach (var path in Directory.GetFileSystemEntries($"/proc/{pid}/fd"))
        {
            if (new FileInfo(path).LinkTarget is { } target)
            {
                descriptors[Path.GetFileName(path)] = target;
            }
        }

        return descriptors;
    }
}
