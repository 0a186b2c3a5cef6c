using System.Runtime.CompilerServices;
using TypedExec.Remote;

namespace Farm;

/// <summary>Runs the jobs on a cluster. They continue if this program is stopped, and its next start resumes the run.</summary>
/// <param name="options">The options for the cluster.</param>
/// <param name="note">A file for the run's ID and the names of its files, until the run is complete.</param>
public sealed class SlurmFarm(SlurmOptions options, string note) : IFarm
{
    public async IAsyncEnumerable<Outcome> RunAsync(IReadOnlyList<Job> jobs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var settings = options with { LeaveRunning = true };
        ClusterRun run;
        IReadOnlyList<string> files;
        if (File.Exists(note))
        {
            var lines = await File.ReadAllLinesAsync(note, cancellationToken);
            (run, files) = (SlurmCluster.ResumeAsync(lines[0], settings), lines[1..]);
        }
        else
        {
            run = SlurmCluster.RunAsync([.. jobs.Select(static job => job.Command)], settings);
            files = [.. jobs.Select(static job => job.File)];
            await File.WriteAllLinesAsync(note, [run.Id, .. files], cancellationToken);
        }

        try
        {
            await foreach (var result in run.WithCancellation(cancellationToken))
            {
                yield return new Outcome(files[result.Index], result.ErrorMessage, result.Stdout, result.Stderr);
            }
        }
        finally
        {
            // A run without a folder was never submitted, or is complete: there is nothing to resume.
            if (!Directory.Exists(run.Folder))
            {
                File.Delete(note);
            }
        }
    }
}
