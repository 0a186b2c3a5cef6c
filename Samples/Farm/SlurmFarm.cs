using System.Runtime.CompilerServices;
using TypedExec.Remote;

namespace Farm;

/// <summary>A cluster. It goes on when this program is ended, and the next start takes the run up.</summary>
/// <param name="options">How to run there.</param>
/// <param name="note">A file for the id of the run and the names of its files, as long as it is not at its end.</param>
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
            // A run without a folder was never submitted, or has come to its end: there is nothing to take up.
            if (!Directory.Exists(run.Folder))
            {
                File.Delete(note);
            }
        }
    }
}
