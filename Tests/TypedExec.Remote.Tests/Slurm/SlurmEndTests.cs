using TypedExec.Tests.Slurm;
using static TypedExec.Remote.Tests.Slurm.SlurmRunTests;

namespace TypedExec.Remote.Tests.Slurm;

/// <summary>Runs that are canceled, abandoned, killed, or lose their node. A test that inspects the whole queue has its own cluster.</summary>
public sealed class SlurmEndTests(SlurmFixture fixture)
{
    [Fact]
    public async Task A_canceled_run_leaves_an_empty_queue_and_no_process()
    {
        SlurmFixture.SkipIfMissing();
        await using var slurm = await SlurmDaemons.StartAsync();
        using var folder = new TempDirectory();
        using var cancel = new CancellationTokenSource();
        // One ends at the signal, one saves its work first, one does not listen.
        var run = SlurmCluster.RunAsync(
            [
                Sh("echo $$"), Sh($"echo $$ > {folder["plain"]}; exec sleep 600"),
                Sh("echo $$"), Sh($"trap 'sleep 0.5; echo > {folder["saved"]}; exit' TERM; echo $$ > {folder["saves"]}; while :; do sleep 0.1; done"),
                Sh("echo $$"), Sh($"trap '' TERM; echo $$ > {folder["deaf"]}; while :; do sleep 0.1; done"),
            ],
            slurm.Options(2), cancel.Token);
        var results = new List<ClusterResult>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in run)
            {
                results.Add(result);
                if (results.Count == 3)
                {
                    await Waiting.UntilAsync(() => File.Exists(folder["plain"]) && File.Exists(folder["saves"]) && File.Exists(folder["deaf"]), "the commands");
                    await cancel.CancelAsync();
                }
            }
        });

        Assert.Equal("", await slurm.QueueAsync());
        foreach (var name in (string[])["plain", "saves", "deaf"])
        {
            var pid = (await File.ReadAllTextAsync(folder[name])).Trim();
            await Waiting.UntilAsync(() => !Directory.Exists($"/proc/{pid}"), $"the end of {name}");
        }

        Assert.True(File.Exists(folder["saved"]));
        Assert.True(Directory.Exists(run.Folder));
    }

    [Fact]
    public async Task A_canceled_run_is_resumed_with_its_finished_results()
    {
        var slurm = await fixture.StartAsync();
        using var folder = new TempDirectory();
        using var cancel = new CancellationTokenSource();
        var run = SlurmCluster.RunAsync(
            [Sh($"echo x >> {folder["first"]}"), Sh($"until [ -e {folder["gate"]} ]; do sleep 0.1; done; echo second"), Sh("echo third")],
            slurm.Options(3), cancel.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in run)
            {
                await cancel.CancelAsync();
            }
        });
        await File.WriteAllTextAsync(folder["gate"], "");

        var results = await CollectAsync(SlurmCluster.ResumeAsync(run.Id, slurm.Options()));

        Assert.Equal(["", "second\n", "third\n"], results.Select(static result => result.Stdout));
        Assert.Equal("x\n", await File.ReadAllTextAsync(folder["first"]));
        Assert.False(Directory.Exists(run.Folder));
    }

    [Fact]
    public async Task Breaking_out_of_the_loop_cancels_the_rest_unless_it_is_kept()
    {
        SlurmFixture.SkipIfMissing();
        await using var slurm = await SlurmDaemons.StartAsync();
        using var folder = new TempDirectory();
        ICommand[] commands = [Sh("true"), Sh($"until [ -e {folder["gate"]} ]; do sleep 0.1; done; echo on")];
        var left = SlurmCluster.RunAsync(commands, slurm.Options(2));
        await foreach (var result in left)
        {
            break;
        }

        Assert.Equal("", await slurm.QueueAsync());

        var running = SlurmCluster.RunAsync(commands, slurm.Options(2) with { LeaveRunning = true });
        await foreach (var result in running)
        {
            break;
        }

        Assert.NotEqual("", await slurm.QueueAsync());
        await File.WriteAllTextAsync(folder["gate"], "");
        var results = await CollectAsync(SlurmCluster.ResumeAsync(running.Id, slurm.Options()));
        Assert.Equal("on\n", results[1].Stdout);
        Assert.EndsWith("_0", results[1].Task, StringComparison.Ordinal);
        Assert.Equal(results[0].Task, results[1].Task);
    }

    [Fact]
    public async Task A_run_is_followed_by_one_process_at_a_time()
    {
        var slurm = await fixture.StartAsync();
        var run = SlurmCluster.RunAsync([Sh("true")], slurm.Options());

        await foreach (var result in run)
        {
            var error = await Assert.ThrowsAsync<ClusterException>(() => CollectAsync(SlurmCluster.ResumeAsync(run.Id, slurm.Options())));
            Assert.Contains("followed by another", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_failed_nodes_unfinished_commands_are_run_again()
    {
        SlurmFixture.SkipIfMissing();
        await using var slurm = await SlurmDaemons.StartAsync();
        using var folder = new TempDirectory();
        var results = new List<ClusterResult>();

        await foreach (var result in SlurmCluster.RunAsync(
            [Sh($"echo x >> {folder["first"]}"), Sh($"echo x >> {folder["second"]}; [ $(wc -l < {folder["second"]}) -gt 1 ] || sleep 600"), Sh("echo third")],
            slurm.Options(3)))
        {
            results.Add(result);
            if (result.Index == 0)
            {
                await Waiting.UntilAsync(() => File.Exists(folder["second"]), "the second command");
                await slurm.AskAsync("scontrol", "update", "nodename=node1", "state=down", "reason=test");
                await slurm.AskAsync("scontrol", "update", "nodename=node1", "state=resume");
            }
        }

        Assert.All(results, static result => Assert.True(result.Success, result.ErrorMessage));
        Assert.Equal([0, 1, 2], results.Select(static result => result.Index));
        Assert.Equal(("x\n", "x\nx\n"), (await File.ReadAllTextAsync(folder["first"]), await File.ReadAllTextAsync(folder["second"])));
        Assert.NotEqual(results[0].Task, results[1].Task);
    }

    [Fact]
    public async Task Tasks_that_someone_else_cancels_are_failures()
    {
        SlurmFixture.SkipIfMissing();
        await using var slurm = await SlurmDaemons.StartAsync();
        using var folder = new TempDirectory();
        var results = new List<ClusterResult>();

        await foreach (var result in SlurmCluster.RunAsync([Sh("true"), Sh($"echo begun; echo > {folder["begun"]}; exec sleep 600"), Sh("true")], slurm.Options(3)))
        {
            results.Add(result);
            if (result.Index == 0)
            {
                await Waiting.UntilAsync(() => File.Exists(folder["begun"]), "the second command");
                await slurm.AskAsync("scancel", "--me");
            }
        }

        Assert.Equal([ClusterFailure.None, ClusterFailure.Cancelled, ClusterFailure.Cancelled], results.Select(static result => result.Failure));
        Assert.Equal("begun\n", results[1].Stdout);
        Assert.Contains("canceled by someone else", results[2].ErrorMessage, StringComparison.Ordinal);
    }
}
