namespace Farm;

/// <summary>The whole job: a folder's files, on a farm, with a journal.</summary>
public static class Work
{
    /// <summary>Does the remaining work.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="farm">Where the jobs run.</param>
    /// <param name="output">Receives the output of the commands.</param>
    /// <param name="errors">Receives the failures, and the progress bar if there is a terminal.</param>
    /// <param name="hasTerminal">Whether there is a terminal.</param>
    /// <param name="cancellationToken">Stops the work. The next call continues it.</param>
    /// <returns>The number of files that failed.</returns>
    public static async Task<int> DoAsync(
        string folder, IFarm farm, TextWriter output, TextWriter errors, bool hasTerminal, CancellationToken cancellationToken)
    {
        var files = Directory.GetFiles(folder).Select(static path => Path.GetFileName(path)).Where(static file => file[0] != '.').Order(StringComparer.Ordinal).ToList();
        using var journal = new Journal(JournalPath(folder));
        var jobs = files.Where(file => !journal.Contains(file)).Select(file => Job.For(folder, file)).ToList();
        var bar = new ProgressBar(errors, hasTerminal, files.Count);
        var done = files.Count - jobs.Count;
        var failures = 0;
        if (done > 0)
        {
            errors.WriteLine($"{done} of {files.Count} files were done before.");
        }

        await foreach (var outcome in farm.RunAsync(jobs, cancellationToken))
        {
            bar.Clear();
            if (outcome.Error is not null)
            {
                failures++;
                errors.WriteLine($"{outcome.Error}\n{Indent(outcome.Stderr)}");
            }
            else if (journal.Add(outcome.File))
            {
                done++;
                output.Write(outcome.Stdout);
            }

            bar.Draw(done + failures);
        }

        bar.Clear();
        if (failures == 0)
        {
            File.Delete(JournalPath(folder));
        }

        return failures;
    }

    private static string JournalPath(string folder) => Path.Combine(folder, ".farm");

    private static string Indent(string text) => string.Join('\n', text.TrimEnd().Split('\n').Select(static line => "    " + line));
}
