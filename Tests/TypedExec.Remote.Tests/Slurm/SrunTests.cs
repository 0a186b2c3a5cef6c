using CsCheck;
using TypedExec.Tests.Shells;
using TypedExec.Tests.Slurm;

namespace TypedExec.Remote.Tests.Slurm;

/// <summary>One command on a node, by srun.</summary>
public sealed class SrunTests(SlurmFixture fixture)
{
    [Fact]
    public async Task Exit_code_output_and_input_belong_to_the_command()
    {
        var slurm = await fixture.StartAsync();

        var result = await SlurmRunTests.Sh("cat; echo err >&2; exit 3").Via(new Srun()).WithOptions(slurm.Client)
            .ExecFile(new() { Input = "in", ThrowOnFailure = false }).Soon();

        Assert.Equal((3, "in"), (result.ExitCode, result.Stdout));
        // srun prints an additional line.
        Assert.Contains("err\n", result.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_values_arrive_byte_for_byte()
    {
        var slurm = await fixture.StartAsync();
        var values = Array.Empty<string>();
        HostileText.Text.Array[100].Sample(sample => values = sample, iter: 1);

        var result = await new Executable("printf")[["%s\\0", .. values]].Via(new Srun()).WithOptions(slurm.Client).ExecFile().Soon();

        Assert.Equal(string.Concat(values.Select(static value => value + "\0")), result.Stdout);
    }

    [Fact]
    public async Task Stopping_it_ends_the_step_on_the_node()
    {
        SlurmFixture.SkipIfMissing();
        await using var slurm = await SlurmDaemons.StartAsync();
        await using var child = SlurmRunTests.Sh("echo $$; exec sleep 600").Via(new Srun()).WithOptions(slurm.Client).Spawn();
        var pid = await child.Stdout!.ReadLineAsync().Soon();

        await child.StopAsync().Soon();

        await Waiting.UntilAsync(() => !Directory.Exists($"/proc/{pid}"), "the end of the step");
        // The job leaves the queue once the controller has completed it.
        await Waiting.UntilAsync(async () => await slurm.QueueAsync() == "", "an empty queue");
    }
}
