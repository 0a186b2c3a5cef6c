using TypedExec.Remote.Carrying;
using TypedExec.Remote.Failures;

namespace TypedExec.Remote;

/// <summary>Runs a command on a node of a Slurm cluster, with <c>srun</c>, and waits for it. For many commands, use <see cref="SlurmCluster"/>.</summary>
/// <remarks>srun forwards signals to the command. SIGKILL, which it can't forward, is sent with <c>scancel</c>.</remarks>
[Command("srun")]
public sealed partial class Srun : ITransport
{
    /// <summary>How many copies of the command run. Default: srun's, 1.</summary>
    [Option("--ntasks", Separator = "=")]
    public int? Tasks { get; init; }

    /// <summary>How many nodes the copies run on. Default: as few as possible.</summary>
    [Option("--nodes", Separator = "=")]
    public int? Nodes { get; init; }

    /// <summary>How many processors each copy has. Default: 1.</summary>
    [Option("--cpus-per-task", Separator = "=")]
    public int? CpusPerTask { get; init; }

    /// <summary>The memory of each node, such as <c>4G</c>. Default: the cluster's.</summary>
    [Option("--mem", Separator = "=")]
    public string? Memory { get; init; }

    /// <summary>The partition. Default: the cluster's.</summary>
    [Option("--partition", Separator = "=")]
    public string? Partition { get; init; }

    /// <summary>The job's name. Default: a new name for each run.</summary>
    [Option("--job-name", Separator = "=")]
    public string? JobName { get; init; }

    /// <summary>The time limit in Slurm's notation: minutes, or <c>1-12:00:00</c>. Default: the partition's limit.</summary>
    [Option("--time", Separator = "=")]
    public string? TimeLimit { get; init; }

    /// <summary>Additional options, one item per argument, such as <c>--exclusive</c>.</summary>
    [Argument(0, AllowLeadingDash = true)]
    public IReadOnlyList<string> ExtraOptions { get; init; } = [];

    IReadOnlyList<string> ITransport.Show(FarCommand far) => far.After(SrunSupervision.Arguments(ToArguments(), far));

    Supervised ITransport.Supervise(string program, FarCommand far, Supervised inner, RunToken token)
        => SrunSupervision.Supervise(program, ToArguments(), JobName, far, token);

    CarrierFailure? ITransport.Explain(FailedRun run) => SrunFailures.Find(this, run);
}
