using TypedExec.Testing;
using TypedExec.Tests.Slurm;
using static TypedExec.Remote.Tests.Slurm.SlurmRunTests;

namespace TypedExec.Remote.Tests.Slurm;

/// <summary>What goes wrong before a command runs is an error that names the option and says what to do.</summary>
public sealed class SlurmRefusalTests(SlurmFixture fixture)
{
    private static readonly ICommand[] One = [Sh("true")];

    [Fact]
    public async Task A_missing_partition_is_named_with_the_existing_ones()
    {
        var slurm = await fixture.StartAsync();
        var error = await RefusedAsync(slurm.Options() with { Partition = "nosuch" });
        Assert.Contains("SlurmOptions.Partition is \"nosuch\"; these exist: main", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(slurm.Shared, "*nosuch*"));
    }

    [Fact]
    public async Task Too_many_tasks_are_rejected_with_the_number_that_fits()
    {
        var slurm = await fixture.StartAsync();
        var commands = Enumerable.Repeat(One[0], (2 * SlurmDaemons.MaxArraySize) + 1).ToList();
        var error = await Assert.ThrowsAsync<ClusterException>(() => CollectAsync(SlurmCluster.RunAsync(commands, slurm.Options(1))));
        Assert.Contains($"MaxArraySize is {SlurmDaemons.MaxArraySize}: set SlurmOptions.CommandsPerTask to 3 or more", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--no-such-option", "SbatchArguments")]
    [InlineData("--qos", "SbatchArguments")]
    public async Task An_unknown_sbatch_option_refers_to_the_list_of_options(string argument, string option)
    {
        var slurm = await fixture.StartAsync();
        Assert.Contains(option, (await RefusedAsync(slurm.Options() with { SbatchArguments = [argument] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_beyond_a_nodes_resources_is_rejected()
    {
        var slurm = await fixture.StartAsync();
        Assert.Contains("SlurmOptions.Memory is \"900G\"", (await RefusedAsync(slurm.Options() with { Memory = "900G" })).Message, StringComparison.Ordinal);
        // sbatch takes this one, and the task would wait forever.
        Assert.Contains("CpusPerTask", (await RefusedAsync(slurm.Options() with { CpusPerTask = 400 })).Message, StringComparison.Ordinal);
        // The controller may show a canceled job for a moment.
        await Waiting.UntilAsync(async () => await slurm.AskAsync("squeue", "--noheader", "--me", "--state=PENDING") == "", "no pending job");
    }

    [Fact]
    public async Task Supported_options_reach_the_cluster()
    {
        var slurm = await fixture.StartAsync();
        var result = Assert.Single(await CollectAsync(SlurmCluster.RunAsync(
            [Sh("echo $SLURM_JOB_PARTITION $SLURM_CPUS_PER_TASK $SLURM_MEM_PER_NODE $FOO; scontrol show job $SLURM_JOB_ID | grep -o 'TimeLimit=[^ ]*'").WithOptions(slurm.Client)],
            slurm.Options() with { Partition = "main", CpusPerTask = 2, Memory = "100M", TimeLimit = TimeSpan.FromMinutes(90), SbatchArguments = ["--comment=x y"] })));
        Assert.Equal("main 2 100\nTimeLimit=01:30:00\n", result.Stdout);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_named()
    {
        var error = await RefusedAsync(new SlurmOptions { Folder = "/proc/1" });
        Assert.StartsWith("SlurmOptions.Folder \"/proc/1\" can't be written to", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_installed_is_named()
    {
        using var folder = new TempDirectory();
        var nowhere = new ProcessOptions { Env = new Dictionary<string, string?> { ["PATH"] = folder.Root } };
        var error = await RefusedAsync(new SlurmOptions { Folder = folder.Root, Client = nowhere });
        Assert.StartsWith("sbatch is not installed", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Root));
    }

    [Theory]
    [InlineData("sbatch: error: s_p_parse_file: unable to status file /etc/slurm/slurm.conf: No such file or directory, retrying in 1sec up to 60sec\n", "SLURM_CONF")]
    [InlineData("sbatch: fatal: Could not establish a configuration source\n", "SLURM_CONF")]
    [InlineData("sbatch: error: Batch job submission failed: Unable to contact slurm controller (connect failure)\n", "slurmctld")]
    [InlineData("sbatch: error: If munged is up, restart with --num-threads=10\nsbatch: error: Munge encode failed: Failed to access \"/run/munge\"\n", "munged")]
    [InlineData("sbatch: error: Batch job submission failed: Invalid account or account/partition combination specified\n", "SlurmOptions.Account is \"lab\"")]
    [InlineData("sbatch: error: Batch job submission failed: Requested time limit is invalid (missing or exceeds some limit)\n", "SlurmOptions.TimeLimit is not set")]
    public async Task Errors_from_Slurm_are_explained(string stderr, string advice)
    {
        using var folder = new TempDirectory();
        using var fake = new FakeCommands();
        fake.When("sbatch", Any.Rest).Returns(stderr: stderr, exitCode: 1);
        var error = await RefusedAsync(new SlurmOptions { Folder = folder.Root, Account = "lab" });
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Root));
    }

    [Fact]
    public async Task A_command_that_cannot_be_carried_is_named_by_its_number_and_leaves_nothing()
    {
        using var folder = new TempDirectory();
        ICommand[] commands = [Sh("true"), Sh("true").WithOptions(new ProcessOptions { Uid = 1 })];
        var error = await Assert.ThrowsAsync<ArgumentException>(() => CollectAsync(SlurmCluster.RunAsync(commands, new SlurmOptions { Folder = folder.Root })));
        Assert.StartsWith("Command 1: ", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Root));
    }

    [Fact]
    public async Task A_missing_run_cannot_be_resumed()
    {
        using var folder = new TempDirectory();
        var error = await Assert.ThrowsAsync<ClusterException>(() => CollectAsync(SlurmCluster.ResumeAsync("20260101-000000-abcdef01", new SlurmOptions { Folder = folder.Root })));
        Assert.Contains("There is no run 20260101-000000-abcdef01", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SlurmCluster.ResumeAsync("../elsewhere", new SlurmOptions { Folder = folder.Root }));
    }

    public static TheoryData<SlurmOptions, string> Invalid => new()
    {
        { new SlurmOptions { Folder = " " }, nameof(SlurmOptions.Folder) },
        { new SlurmOptions { Folder = "/x", CommandsPerTask = 0 }, nameof(SlurmOptions.CommandsPerTask) },
        { new SlurmOptions { Folder = "/x", MaxConcurrency = 0 }, nameof(SlurmOptions.MaxConcurrency) },
        { new SlurmOptions { Folder = "/x", CpusPerTask = -1 }, nameof(SlurmOptions.CpusPerTask) },
        { new SlurmOptions { Folder = "/x", MaxRetries = -1 }, nameof(SlurmOptions.MaxRetries) },
        { new SlurmOptions { Folder = "/x", TimeLimit = TimeSpan.Zero }, nameof(SlurmOptions.TimeLimit) },
        { new SlurmOptions { Folder = "/x", PollInterval = TimeSpan.Zero }, nameof(SlurmOptions.PollInterval) },
        { new SlurmOptions { Folder = "/x", Memory = "4 GB" }, nameof(SlurmOptions.Memory) },
        { new SlurmOptions { Folder = "/x", Partition = "" }, nameof(SlurmOptions.Partition) },
        { new SlurmOptions { Folder = "/x", SbatchArguments = ["--array=1"] }, "--array=1" },
    };

    [Theory]
    [MemberData(nameof(Invalid), DisableDiscoveryEnumeration = true)]
    public void An_invalid_option_is_rejected_by_name(SlurmOptions options, string name)
        => Assert.Contains(name, Assert.Throws<ArgumentException>(() => SlurmCluster.RunAsync(One, options)).Message, StringComparison.Ordinal);

    private static Task<ClusterException> RefusedAsync(SlurmOptions options)
        => Assert.ThrowsAsync<ClusterException>(() => CollectAsync(SlurmCluster.RunAsync(One, options)));
}
