using System.Diagnostics;
using System.Runtime.Versioning;

namespace TypedExec.Remote.Slurm;

/// <summary>The run's tasks in Slurm's queue: submits, observes, and cancels them.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class TaskQueue(RunFolder folder, RunManifest manifest, Pack[] packs, SlurmOptions options)
{
    /// <summary>How long canceled commands may take to exit before they're killed, as for local children.</summary>
    private static readonly TimeSpan ForceKillAfter = TimeSpan.FromSeconds(5);

    /// <summary>How long a canceled run waits for the queue to be empty: twice Slurm's default limit for a task, plus a margin.</summary>
    private static readonly TimeSpan CancelTimeout = TimeSpan.FromMinutes(2);

    private readonly SlurmClient _client = new(options);
    private List<Submission> _submissions = [];
    private Submission? _unanswered;
    private bool _hasRun;
    private int _timesHopeless;
    private long _lastAnswer = Stopwatch.GetTimestamp();

    /// <summary>Whether Slurm may have tasks of the run.</summary>
    public bool WasSubmitted { get; private set; }

    /// <summary>Finds the jobs that an earlier process submitted.</summary>
    /// <exception cref="ClusterException">The controller didn't respond.</exception>
    public async Task TakeUpAsync()
    {
        WasSubmitted = true;
        _submissions = folder.ReadSubmissions();
        foreach (var submission in _submissions)
        {
            // The process may have been ended after sbatch responded and before the ID was written.
            if (submission.JobId is null && (submission.JobId = await _client.FindAsync(submission).ConfigureAwait(false)) is not null)
            {
                folder.WriteJob(submission);
            }

            if (submission.JobId is not null)
            {
                Assign(submission, isTakenUp: true);
            }
        }
    }

    /// <summary>Submits the packs that aren't in a job array as one job array.</summary>
    /// <param name="isFirst">Whether nothing has been submitted yet: then a missing response is an error at once.</param>
    /// <exception cref="ClusterException">They were rejected, or the controller hasn't responded for too long.</exception>
    public async Task SubmitAsync(bool isFirst)
    {
        while (Array.Exists(packs, static pack => pack.IsLost))
        {
            var submission = _unanswered;
            try
            {
                if (submission is null)
                {
                    var lost = packs.Where(static pack => pack.IsLost).Select(static pack => pack.Number);
                    submission = new Submission(folder.Id, _submissions.Count + 1, TaskRanges.Write(lost));
                    _submissions.Add(submission);
                    folder.WriteSubmission(submission);
                }
                else
                {
                    // The last attempt may have succeeded even though there was no response.
                    submission.JobId = await _client.FindAsync(submission).ConfigureAwait(false);
                }

                submission.JobId ??= await _client.SubmitAsync(folder.Root, folder.Script, manifest, submission).ConfigureAwait(false);
            }
            catch (ClusterException error) when (error.IsTransient && !isFirst)
            {
                _unanswered = submission;
                ThrowIfSilent(error);
                return;
            }

            _unanswered = null;
            WasSubmitted = true;
            folder.WriteJob(submission);
            Assign(submission, isTakenUp: false);
            _lastAnswer = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>Queries the state of the tasks.</summary>
    /// <param name="counts">Receives how many are running and waiting.</param>
    /// <returns>The unfinished packs whose task has ended, and how; null if that is unknown.</returns>
    /// <exception cref="ClusterException">The controller hasn't responded for too long.</exception>
    public async Task<IReadOnlyList<(Pack Pack, TaskState? State)>> FindEndedAsync(RunCounts counts)
    {
        var ended = new Dictionary<Pack, TaskState?>();
        foreach (var pack in packs)
        {
            pack.IsRunning = false;
            if (!pack.IsFinished && pack.Submission is not null)
            {
                ended[pack] = null;
            }
        }

        var (running, pending, reason) = (0, 0, (string?)null);
        try
        {
            await foreach (var row in _client.QueueAsync(ended.Keys.Select(static pack => pack.Submission!).Distinct()).ConfigureAwait(false))
            {
                var phase = row.State.Phase;
                running += phase == TaskPhase.Running ? 1 : 0;
                pending += phase == TaskPhase.Waiting ? 1 : 0;
                reason ??= phase == TaskPhase.Waiting ? row.Reason : null;
                if (row.Task >= packs.Length || packs[row.Task] is not { } pack || pack.Submission?.JobId != row.JobId)
                {
                    continue;
                }

                if (phase is TaskPhase.Running or TaskPhase.Waiting)
                {
                    pack.IsRunning = phase == TaskPhase.Running;
                    pack.TimesEnded = 0;
                    ended.Remove(pack);
                }
                else if (ended.ContainsKey(pack))
                {
                    ended[pack] = row.State;
                }
            }
        }
        catch (ClusterException error) when (error.IsTransient)
        {
            ThrowIfSilent(error);
            return [];
        }

        _lastAnswer = Stopwatch.GetTimestamp();
        counts.SetQueue(running, pending, reason);
        _hasRun |= running > 0 || ended.Count > 0;
        _timesHopeless = !_hasRun && Refusal.ExplainWaiting(reason) is not null ? _timesHopeless + 1 : 0;
        if (_timesHopeless > 1)
        {
            throw Refusal.ExplainWaiting(reason)!;
        }

        await AskAccountsAsync(ended).ConfigureAwait(false);
        return [.. ended.Select(static pair => (pair.Key, pair.Value))];
    }

    /// <summary>Cancels the remaining tasks and waits until none of them is in the queue.</summary>
    public async Task CancelAsync()
    {
        var start = Stopwatch.GetTimestamp();
        var kills = 0;
        try
        {
            if (_unanswered is { } unanswered)
            {
                unanswered.JobId = await _client.FindAsync(unanswered).ConfigureAwait(false);
            }

            var jobs = _submissions.Select(static submission => submission.JobId).OfType<string>().ToList();
            if (jobs.Count == 0)
            {
                return;
            }

            await _client.StopAsync(jobs).ConfigureAwait(false);
            while (await IsInQueueAsync().ConfigureAwait(false) && Stopwatch.GetElapsedTime(start) < CancelTimeout)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None).ConfigureAwait(false);
                if (Stopwatch.GetElapsedTime(start) > (kills + 1) * ForceKillAfter)
                {
                    kills++;
                    await (kills == 1 ? _client.KillAsync(jobs) : _client.CancelAsync(jobs)).ConfigureAwait(false);
                }
            }
        }
        catch (ClusterException)
        {
            // The controller doesn't respond. The exception already reports why the run ends.
        }
    }

    private async Task<bool> IsInQueueAsync()
    {
        await foreach (var row in _client.QueueAsync(_submissions).ConfigureAwait(false))
        {
            if (row.State.Phase is TaskPhase.Running or TaskPhase.Waiting)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Queries how tasks ended that the controller has forgotten.</summary>
    private async Task AskAccountsAsync(Dictionary<Pack, TaskState?> ended)
    {
        var forgotten = ended.Where(static pair => pair.Value is null && !pair.Key.IsTakenUp)
            .ToDictionary(static pair => $"{pair.Key.Submission!.JobId}_{pair.Key.Number}", static pair => pair.Key);
        foreach (var tasks in forgotten.Keys.Chunk(500))
        {
            foreach (var row in await _client.AccountsAsync(tasks).ConfigureAwait(false))
            {
                // A task that the controller has forgotten isn't running, whatever accounting reports.
                if (row.State.Phase is not (TaskPhase.Running or TaskPhase.Waiting) && forgotten.TryGetValue($"{row.JobId}_{row.Task}", out var pack))
                {
                    ended[pack] = row.State;
                }
            }
        }
    }

    private void Assign(Submission submission, bool isTakenUp)
    {
        foreach (var number in TaskRanges.Read(submission.Tasks))
        {
            packs[number].Release();
            packs[number].Submission = submission;
            packs[number].IsTakenUp = isTakenUp;
        }
    }

    private void ThrowIfSilent(ClusterException error)
    {
        var silence = Stopwatch.GetElapsedTime(_lastAnswer);
        if (silence > options.ControllerTimeout)
        {
            throw new ClusterException(
                $"{error.Message} This has lasted for {silence:c} (SlurmOptions.ControllerTimeout). When it is back, resume run {folder.Id} with SlurmCluster.ResumeAsync.",
                error);
        }
    }
}
