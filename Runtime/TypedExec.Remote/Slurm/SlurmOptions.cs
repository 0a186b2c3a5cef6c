namespace TypedExec.Remote;

/// <summary>Options for <see cref="SlurmCluster"/>: where its files are, what a task can use, and how failures are handled.</summary>
public sealed record SlurmOptions
{
    /// <summary>A folder that this machine and all nodes see under the same path.</summary>
    /// <remarks>
    /// Each run creates its own subfolder, named after its ID and readable only by the user. Commands, their input, and their
    /// output pass through it, including secrets.
    /// </remarks>
    public required string Folder { get; init; }

    /// <summary>How many commands one task of the job array runs, one after another.</summary>
    /// <remarks>
    /// Starting a task takes Slurm some time, so group short commands to give each task a few minutes of work. Default: as few
    /// as fit into 1,000 tasks.
    /// </remarks>
    public int? CommandsPerTask { get; init; }

    /// <summary>The maximum number of tasks that run at once (<c>--array=…%n</c>). Default: as many as the cluster allows.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>The partition (<c>--partition</c>). Default: the cluster's.</summary>
    public string? Partition { get; init; }

    /// <summary>The account that is charged (<c>--account</c>). Default: the user's.</summary>
    public string? Account { get; init; }

    /// <summary>The time limit of each task, which is a whole pack (<c>--time</c>), rounded up to whole seconds.</summary>
    /// <remarks>
    /// The command that is running at that time fails with <see cref="ClusterFailure.TimeLimit"/>, and the rest of the pack is
    /// submitted again. To limit a single command, use <see cref="ProcessOptions.Timeout"/>. Default: the partition's.
    /// </remarks>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The memory of each task, in Slurm's notation (<c>--mem</c>): <c>500M</c>, <c>4G</c>. Default: the cluster's.</summary>
    public string? Memory { get; init; }

    /// <summary>The processors of each task (<c>--cpus-per-task</c>). Default: the cluster's, usually 1.</summary>
    public int? CpusPerTask { get; init; }

    /// <summary>
    /// Additional options for sbatch, one item per argument, such as <c>["--qos=short", "--constraint=avx512"]</c>. Options that the run itself
    /// depends on, such as <c>--array</c> and <c>--output</c>, are rejected.
    /// </summary>
    public IReadOnlyList<string> SbatchArguments { get; init; } = [];

    /// <summary>The stdin of a command, by the index of the command.</summary>
    /// <remarks>
    /// The function is called once for each command, before anything is submitted. Default: none, stdin is empty. The input is
    /// stored in the run's folder. A stream is read to its end. <see cref="ProcessInput.Open"/> and
    /// <see cref="ProcessInput.Inherit"/> aren't supported.
    /// </remarks>
    public Func<int, ProcessInput>? Input { get; init; }

    /// <summary>The directory of commands without a <see cref="ProcessOptions.Cwd"/>, and the base of a relative one.</summary>
    /// <remarks>It must exist on the nodes. Default: the current directory of this process.</remarks>
    public string? Cwd { get; init; }

    /// <summary>How often a pack is submitted again because its node failed, it was preempted, or its end is unknown.</summary>
    /// <remarks>
    /// Commands that have finished by then don't run again. After that, its commands fail with
    /// <see cref="ClusterFailure.NodeFailure"/>. Default: 2.
    /// </remarks>
    public int MaxRetries { get; init; } = 2;

    /// <summary>The maximum number of bytes of stdout, and of stderr, in the result of a command.</summary>
    /// <remarks>If there are more, <see cref="ClusterResult.IsOutputTruncated"/> is set. Default: 100 MB.</remarks>
    public int MaxBuffer { get; init; } = 100_000_000;

    /// <summary>How often to check for new results.</summary>
    /// <remarks>Every tenth check also queries the queue. Default: 1 s.</remarks>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a run continues without a response from Slurm's controller before it fails. Default: 5 minutes.</summary>
    public TimeSpan ControllerTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether the tasks stay in the queue when the token is canceled or the loop is left early, for <see cref="SlurmCluster.ResumeAsync"/>.
    /// Default: false, they are canceled with <c>scancel</c>.
    /// </summary>
    public bool LeaveRunning { get; init; }

    /// <summary>Whether the run's folder is kept after its last result.</summary>
    /// <remarks>Default: false. The folder of an unfinished run is always kept.</remarks>
    public bool KeepFiles { get; init; }

    /// <summary>Receives the progress of the run whenever it changes. Default: none; each result also contains the progress.</summary>
    public IProgress<ClusterProgress>? Progress { get; init; }

    /// <summary>
    /// Options for running sbatch, squeue, scontrol, sacct, and scancel: their environment, such as <c>SLURM_CONF</c>, and their time limit.
    /// Default: the environment of this process, and one minute.
    /// </summary>
    public ProcessOptions? Client { get; init; }
}
