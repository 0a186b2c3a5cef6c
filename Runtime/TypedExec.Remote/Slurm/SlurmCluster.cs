using TypedExec.Remote.Slurm;

namespace TypedExec.Remote;

/// <summary>
/// Runs commands as one job array of the Slurm that is installed here. The nodes need a POSIX shell and the shared folder, not .NET.
/// </summary>
public static class SlurmCluster
{
    /// <summary>Runs commands on the cluster and gives their results as they come, in no particular order.</summary>
    /// <remarks>
    /// <para>Nothing is submitted before the loop begins. A command that fails does not end the loop: its result says so.</para>
    /// <para>A cancelled token and a loop that is left early cancel what is in the queue, and wait until it is gone; see
    /// <see cref="SlurmOptions.LeaveRunning"/>. Arguments, directory, environment and time limit of each command are carried to the node
    /// as they are; as on this machine, the environment is this process's with the command's own merged over it. A command whose
    /// node failed is run again, so it may have run in part before.</para>
    /// </remarks>
    /// <param name="commands">The commands. They may be made when they are asked for: each is asked for once, and none is kept.</param>
    /// <param name="options">How to run them.</param>
    /// <param name="cancellationToken">Cancels the run; the loop then throws <see cref="OperationCanceledException"/>.</param>
    /// <returns>The run, which is a loop over its results.</returns>
    /// <exception cref="ArgumentException">An option is invalid. A command that cannot be carried is reported when the loop begins.</exception>
    /// <exception cref="ClusterException">In the loop: the commands could not be submitted, or the cluster gave no answer for long.</exception>
    public static ClusterRun RunAsync(IReadOnlyList<ICommand> commands, SlurmOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commands);
        OptionChecks.Check(options);
        return new ClusterRun(RunId.New(), commands, options, cancellationToken);
    }

    /// <summary>
    /// Takes up a run whose program was ended, or which was cancelled: gives the results that there are already, waits for what
    /// still runs, and submits what was lost again.
    /// </summary>
    /// <remarks>Results that were given before are given again. Arguments, directory, environment entries and input of the commands are those
    /// of the first time; the environment that they are merged over is this process's.</remarks>
    /// <param name="id">The run's <see cref="ClusterRun.Id"/>.</param>
    /// <param name="options">As for <see cref="RunAsync"/>, with the same <see cref="SlurmOptions.Folder"/>. What concerns the commands
    /// themselves is not asked again: <see cref="SlurmOptions.CommandsPerTask"/>, <see cref="SlurmOptions.Input"/>, <see cref="SlurmOptions.Cwd"/>.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>The run, which is a loop over its results.</returns>
    /// <exception cref="ArgumentException">An option is invalid, or <paramref name="id"/> cannot be the id of a run.</exception>
    /// <exception cref="ClusterException">In the loop: there is no such run, or another program follows it.</exception>
    public static ClusterRun ResumeAsync(string id, SlurmOptions options, CancellationToken cancellationToken = default)
    {
        OptionChecks.Check(options);
        RunId.Check(id);
        return new ClusterRun(id, null, options, cancellationToken);
    }
}
