using TypedExec.Remote.Slurm;

namespace TypedExec.Remote;

/// <summary>
/// Runs commands as one job array of the Slurm installation on this machine. The nodes need a POSIX shell and the shared folder, but not .NET.
/// </summary>
public static class SlurmCluster
{
    /// <summary>Runs commands on the cluster and yields each result as it arrives, in no particular order.</summary>
    /// <remarks>
    /// <para>Nothing is submitted before the enumeration starts. A command that fails doesn't end the loop; its result reports the failure.</para>
    /// <para>Canceling the token, or leaving the loop early, cancels everything in the queue and waits until it is gone; see
    /// <see cref="SlurmOptions.LeaveRunning"/>. The arguments, directory, environment, and time limit of each command are passed to the node
    /// unchanged. As on this machine, the environment is that of this process, with the command's own merged over it. If a node fails, its
    /// command runs again, so part of it might run twice.</para>
    /// </remarks>
    /// <param name="commands">The commands. They can be created lazily: each one is requested once, and none is kept.</param>
    /// <param name="options">How to run them.</param>
    /// <param name="cancellationToken">Cancels the run; the loop then throws <see cref="OperationCanceledException"/>.</param>
    /// <returns>The run, which yields its results.</returns>
    /// <exception cref="ArgumentException">An option is invalid. A command that can't run on a node is reported when the enumeration starts.</exception>
    /// <exception cref="ClusterException">During the enumeration: the commands couldn't be submitted, or the cluster didn't respond for a long time.</exception>
    public static ClusterRun RunAsync(IReadOnlyList<ICommand> commands, SlurmOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commands);
        OptionChecks.Check(options);
        return new ClusterRun(RunId.New(), commands, options, cancellationToken);
    }

    /// <summary>
    /// Resumes a run whose program was ended, or that was canceled: yields the existing results, waits for the commands that are still running,
    /// and submits the lost ones again.
    /// </summary>
    /// <remarks>Results that were returned before are returned again. The arguments, directories, environment variables, and input of the
    /// commands are those of the first run; they are merged over the environment of this process.</remarks>
    /// <param name="id">The run's <see cref="ClusterRun.Id"/>.</param>
    /// <param name="options">As for <see cref="RunAsync"/>, with the same <see cref="SlurmOptions.Folder"/>. Options of the commands themselves
    /// are ignored: <see cref="SlurmOptions.CommandsPerTask"/>, <see cref="SlurmOptions.Input"/>, <see cref="SlurmOptions.Cwd"/>.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>The run, which yields its results.</returns>
    /// <exception cref="ArgumentException">An option is invalid, or <paramref name="id"/> can't be the ID of a run.</exception>
    /// <exception cref="ClusterException">During the enumeration: the run doesn't exist, or another program follows it.</exception>
    public static ClusterRun ResumeAsync(string id, SlurmOptions options, CancellationToken cancellationToken = default)
    {
        OptionChecks.Check(options);
        RunId.Check(id);
        return new ClusterRun(id, null, options, cancellationToken);
    }
}
