using TypedExec.Remote.Carrying;
using TypedExec.Remote.Failures;

namespace TypedExec.Remote;

/// <summary>Runs a command on a node of a Slurm cluster, by <c>srun</c>, and waits for it. For many commands see the docs about clusters.</summary>
/// <remarks>srun passes signals on to the command; SIGKILL, which it cannot pass on, is sent by <c>scancel</c>.</remarks>
[Command("srun")]
public sealed partial class Srun : ITransport
{
    /// <summary>How many copies of the command run. Default: srun's, 1.</summary>
    [Option("--ntasks", Separator = "=")]
    public int? Tasks { get; init; }

    /// <summary>How many nodes they run on. Default: as few as will do.</summary>
    [Option("--nodes", Separator = "=")]
    public int? Nodes { get; init; }

    /// <summary>How many processors each has. Default: 1.</summary>
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

    /// <summary>How long Slurm lets it run, as Slurm writes it: minutes, or <c>1-12:00:00</c>. Default: the partition's limit.</summary>
    [Option("--time", Separator = "=")]
    public string? TimeLimit { get; init; }

    /// <summary>Any other of its options, each an argument: <c>--exclusive</c>.</summary>
    [Argument(0, AllowLeadingDash = true)]
    public IReadOnlyList<string> ExtraOptions { get; init; } = [];

    IReadOnlyList<string> ITransport.Show(FarCommand far) => far.After(SrunSupervision.Arguments(ToArguments(), far));

    Supervised ITransport.Supervise(string program, FarCommand far, Supervised inner, RunToken token)
        => SrunSupervision.Supervise(program, ToArguments(), JobName, far, token);

    CarrierFailure? ITransport.Explain(FailedRun run) => SrunFailures.Find(this, run);
}
