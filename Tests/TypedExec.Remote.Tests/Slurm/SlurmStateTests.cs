using static TypedExec.Remote.Tests.Slurm.SlurmRunTests;

namespace TypedExec.Remote.Tests.Slurm;

/// <summary>What becomes of a pack whose task ends before its commands, and of a run whose controller gives no answer.</summary>
public sealed class SlurmStateTests
{
    [Theory]
    [InlineData("TIMEOUT", ClusterFailure.TimeLimit)]
    [InlineData("OUT_OF_MEMORY", ClusterFailure.OutOfMemory)]
    [InlineData("FAILED", ClusterFailure.TaskFailed)]
    public async Task The_running_command_fails_and_the_ones_after_it_run_elsewhere(string state, ClusterFailure failure)
    {
        FakeSlurm slurm = null!;
        slurm = new FakeSlurm(task => task.Submission == 1 ? StopAsync(task, slurm["begun"], state) : task.RunAsync());
        using (slurm)
        {
            var results = await CollectAsync(SlurmCluster.RunAsync(
                [Sh("echo 0"), Sh($"echo 1; echo > {slurm["begun"]}; exec sleep 600"), Sh("echo 2"), Sh("echo 3")],
                slurm.Options with { CommandsPerTask = 4, MaxRetries = 0 }));

            Assert.Equal([ClusterFailure.None, failure, ClusterFailure.None, ClusterFailure.None], results.Select(static result => result.Failure));
            Assert.Equal(["0\n", "1\n", "2\n", "3\n"], results.Select(static result => result.Stdout));
            Assert.Equal(["100_0", "100_0", "101_0", "101_0"], results.Select(static result => result.Task));
            Assert.False(results[1].Success);
            Assert.Equal(2, slurm.Submissions);
        }
    }

    [Theory]
    [InlineData("NODE_FAIL")]
    [InlineData("PREEMPTED")]
    [InlineData("BOOT_FAIL")]
    [InlineData(null)]
    public async Task A_lost_task_is_run_again_without_its_finished_commands(string? state)
    {
        FakeSlurm slurm = null!;
        slurm = new FakeSlurm(task => task.Submission == 1 ? StopAsync(task, slurm["begun"], state) : task.RunAsync());
        using (slurm)
        {
            var results = await CollectAsync(SlurmCluster.RunAsync(
                [Sh($"echo >> {slurm["first"]}"), Sh($"[ -e {slurm["begun"]} ] || {{ echo > {slurm["begun"]}; sleep 600; }}; echo 1")],
                slurm.Options with { CommandsPerTask = 2 }));

            Assert.All(results, static result => Assert.True(result.Success, result.ErrorMessage));
            Assert.Equal("1\n", results[1].Stdout);
            Assert.Equal("\n", await File.ReadAllTextAsync(slurm["first"]));
        }
    }

    [Fact]
    public async Task After_its_retries_a_lost_task_is_a_failure_of_each_command()
    {
        using var slurm = new FakeSlurm(static _ => Task.FromResult<string?>("NODE_FAIL"));

        var results = await CollectAsync(SlurmCluster.RunAsync([Sh("true"), Sh("true"), Sh("true")], slurm.Options with { CommandsPerTask = 2, MaxRetries = 3 }));

        Assert.All(results, static result => Assert.Equal(ClusterFailure.NodeFailure, result.Failure));
        Assert.Contains("NODE_FAIL, and it was tried 4 times (SlurmOptions.MaxRetries)", results[0].ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(4, slurm.Submissions);
    }

    [Fact]
    public async Task Accounting_reports_how_a_forgotten_task_ended()
    {
        FakeSlurm slurm = null!;
        slurm = new FakeSlurm(task => StopAsync(task, slurm["begun"], null));
        using (slurm)
        {
            slurm.Accounts.Returns("100_0|TIMEOUT\n");

            var result = Assert.Single(await CollectAsync(SlurmCluster.RunAsync([Sh($"echo > {slurm["begun"]}; exec sleep 600")], slurm.Options)));

            Assert.Equal(ClusterFailure.TimeLimit, result.Failure);
        }
    }

    [Fact]
    public async Task A_temporarily_unavailable_controller_is_waited_for()
    {
        using var slurm = new FakeSlurm(static task => task.RunAsync());
        slurm.QueueErrors.Enqueue("slurm_load_jobs error: Unable to contact slurm controller (connect failure)\n");
        slurm.QueueErrors.Enqueue("slurm_load_jobs error: Socket timed out on send/recv operation\n");

        var results = await CollectAsync(SlurmCluster.RunAsync([Sh("sleep 0.5; echo 0")], slurm.Options));

        Assert.Equal("0\n", Assert.Single(results).Stdout);
        Assert.Empty(slurm.QueueErrors);
    }

    [Fact]
    public async Task A_controller_that_stays_unavailable_ends_the_run_which_can_be_resumed()
    {
        using var slurm = new FakeSlurm(static task => task.RunAsync());
        slurm.QueueErrors.Enqueue("slurm_load_jobs error: Unable to contact slurm controller (connect failure)\n");
        var run = SlurmCluster.RunAsync([Sh("sleep 0.5; echo 0")], slurm.Options with { ControllerTimeout = TimeSpan.FromTicks(1), LeaveRunning = true });

        var error = await Assert.ThrowsAsync<ClusterException>(() => CollectAsync(run));

        Assert.Contains($"resume run {run.Id} with SlurmCluster.ResumeAsync", error.Message, StringComparison.Ordinal);
        Assert.Equal("0\n", Assert.Single(await CollectAsync(SlurmCluster.ResumeAsync(run.Id, slurm.Options))).Stdout);
    }

    [Fact]
    public async Task A_job_whose_id_was_lost_is_found_by_its_name()
    {
        FakeSlurm slurm = null!;
        slurm = new FakeSlurm(task =>
        {
            if (task.Submission > 1)
            {
                return task.RunAsync();
            }

            slurm.LostAnswers.Enqueue("sbatch: error: Batch job submission failed: Socket timed out on send/recv operation\n");
            return Task.FromResult<string?>("NODE_FAIL");
        });
        using (slurm)
        {
            var results = await CollectAsync(SlurmCluster.RunAsync([Sh("echo 0")], slurm.Options));

            Assert.Equal("0\n", Assert.Single(results).Stdout);
            Assert.Equal(2, slurm.Submissions);
        }
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    [InlineData("busybox ash")]
    [InlineData("ksh")]
    [InlineData("mksh")]
    public async Task A_node_may_have_any_posix_shell(string shell)
    {
        Installed.SkipWithout(shell.Split(' ')[0]);
        using var slurm = new FakeSlurm(task => task.RunAsync(shell));

        var results = await CollectAsync(SlurmCluster.RunAsync(
            [Sh("exit 3"), Sh("kill -9 $$"), Sh("cat; echo \"$1\" >&2").AppendArguments("sh", "it's"), new Executable("no-such")],
            slurm.Options with { CommandsPerTask = 4, Input = static _ => "in" }));

        Assert.Equal([new(3, null), new(null, Signal.SIGKILL), new(0, null), default], results.Select(static result => result.Status));
        Assert.Equal(("in", "it's\n", ClusterFailure.NotStarted), (results[2].Stdout, results[2].Stderr, results[3].Failure));
        Assert.Equal("fake1", results[0].Node);
    }

    [Fact]
    public async Task Without_an_awk_that_reports_signals_the_shells_status_is_used()
    {
        Installed.SkipWithout("busybox");
        using var folder = new TempDirectory();
        File.CreateSymbolicLink(folder["awk"], Executable.FindPath("busybox")!);
        using var slurm = new FakeSlurm(task => task.RunAsync("sh", folder.Root + ":" + Environment.GetEnvironmentVariable("PATH")));

        var results = await CollectAsync(SlurmCluster.RunAsync([Sh("exit 3"), Sh("kill -9 $$"), new Executable("no-such")], slurm.Options with { CommandsPerTask = 3 }));

        Assert.Equal([new(3, null), new(null, Signal.SIGKILL), default], results.Select(static result => result.Status));
        Assert.Equal(ClusterFailure.NotStarted, results[2].Failure);
    }

    private static async Task<string?> StopAsync(FakeTask task, string file, string? state)
    {
        await task.StopAtAsync(file);
        return state;
    }
}
