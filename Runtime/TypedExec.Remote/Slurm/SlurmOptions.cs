namespace TypedExec.Remote;

/// <summary>How <see cref="SlurmCluster"/> runs commands: where its files are, what a task may use, how failures are handled.</summary>
public sealed record SlurmOptions
{
    /// <summary>
    /// A folder that this machine and all nodes see under the same path. Each run makes a folder of its own in it, named by the run's
    /// id and readable by the user alone: commands, their input and output, among them secrets, pass through it.
    /// </summary>
    public required string Folder { get; init; }

    /// <summary>
    /// How many commands travel in one task of the job array, where they run one after another. Slurm takes its time to start a task,
    /// so pack short commands: some minutes of work in each task. Default: as few as fit into 1,000 tasks.
    /// </summary>
    public int? CommandsPerTask { get; init; }

    /// <summary>How many tasks run at once at most (<c>--array=…%n</c>). Default: as many as the cluster allows.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>The partition (<c>--partition</c>). Default: the cluster's.</summary>
    public string? Partition { get; init; }

    /// <summary>The account that is charged (<c>--account</c>). Default: the user's.</summary>
    public string? Account { get; init; }

    /// <summary>
    /// The time limit of each task, that is of a whole pack (<c>--time</c>), rounded up to whole seconds. The command that runs when it is
    /// reached fails with <see cref="ClusterFailure.TimeLimit"/>, and those after it in the pack are submitted again. For a limit per
    /// command use <see cref="ProcessOptions.Timeout"/>. Default: the partition's.
    /// </summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The memory of each task, as Slurm writes it (<c>--mem</c>): <c>500M</c>, <c>4G</c>. Default: the cluster's.</summary>
    public string? Memory { get; init; }

    /// <summary>The processors of each task (<c>--cpus-per-task</c>). Default: the cluster's, usually 1.</summary>
    public int? CpusPerTask { get; init; }

    /// <summary>
    /// More options for sbatch, one item an argument, such as <c>["--qos=short", "--constraint=avx512"]</c>. Those that the run itself
    /// depends on, such as <c>--array</c> and <c>--output</c>, are refused.
    /// </summary>
    public IReadOnlyList<string> SbatchArguments { get; init; } = [];

    /// <summary>
    /// What a command reads on its stdin, by the command's index. It is asked once for each command, before anything is submitted.
    /// Default: nothing, stdin is at its end.
    /// </summary>
    /// <remarks>
    /// The input is stored in the run's folder. A stream is read to its end; <see cref="ProcessInput.Open"/> and
    /// <see cref="ProcessInput.Inherit"/> cannot be carried.
    /// </remarks>
    public Func<int, ProcessInput>? Input { get; init; }

    /// <summary>
    /// The directory of commands that set no <see cref="ProcessOptions.Cwd"/>, and what a relative one starts from. It must exist on
    /// the nodes. Default: this process's current directory.
    /// </summary>
    public string? Cwd { get; init; }

    /// <summary>
    /// How often a pack is submitted again because its node failed, it was preempted, or its end is unknown. What it has finished by then
    /// is not run again. After that its commands fail with <see cref="ClusterFailure.NodeFailure"/>. Default: 2.
    /// </summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>
    /// How many bytes of a command's stdout and of its stderr are read into its result; <see cref="ClusterResult.IsOutputTruncated"/> is set
    /// where there are more. Default: 100 MB.
    /// </summary>
    public int MaxBuffer { get; init; } = 100_000_000;

    /// <summary>How often new results are looked for. The queue is asked at every tenth time. Default: 1 s.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a run goes on without an answer from Slurm's controller before it fails. Default: 5 minutes.</summary>
    public TimeSpan ControllerTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Leaves the tasks in the queue when the token is cancelled or the loop is left early, so that
    /// <see cref="SlurmCluster.ResumeAsync"/> can take the run up. Default: false, they are cancelled by <c>scancel</c>.
    /// </summary>
    public bool LeaveRunning { get; init; }

    /// <summary>Keeps the run's folder after its last result. Default: false. A run that did not reach its end always keeps it.</summary>
    public bool KeepFiles { get; init; }

    /// <summary>Is told how far the run is, whenever that changes. Default: nobody; each result has it as well.</summary>
    public IProgress<ClusterProgress>? Progress { get; init; }

    /// <summary>
    /// How sbatch, squeue, scontrol, sacct and scancel are run: their environment, such as <c>SLURM_CONF</c>, and time limit. Default: this
    /// process's environment, and a minute.
    /// </summary>
    public ProcessOptions? Client { get; init; }
}
