using System.Runtime.CompilerServices;
using System.Runtime.Versioning;

namespace TypedExec.Remote.Slurm;

/// <summary>
/// Follows a run from its first submission, or from where another process left it, to its last result. It keeps a few numbers per pack, and
/// nothing for a command that hasn't ended or whose result was returned.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class RunLoop(RunFolder folder, IReadOnlyList<ICommand>? commands, SlurmOptions options)
{
    private const int PollsPerQuery = 10;

    /// <summary>How many packs that aren't known to be running are checked each time. If there are more, they take turns.</summary>
    private const int MaxLooks = 1000;

    private readonly ResultFiles _files = new(folder, options);
    private readonly RunCounts _counts = new(options.Progress);
    private Pack[] _packs = [];
    private TaskQueue? _queue;
    private int _firstLook;

    /// <summary>Whether Slurm has, or had, tasks of the run.</summary>
    public bool WasSubmitted => _queue?.WasSubmitted ?? false;

    public async IAsyncEnumerable<ClusterResult> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (commands is { Count: 0 })
        {
            yield break;
        }

        var isNew = commands is not null;
        if (!isNew && !Directory.Exists(folder.Root))
        {
            throw folder.NotFound();
        }

        if (isNew)
        {
            folder.Create();
        }

        var isAtEnd = false;
        await using (folder.Lock().ConfigureAwait(false))
        {
            var manifest = isNew
                ? await Task.Run(() => RunWriter.Write(folder, commands!, options, cancellationToken), CancellationToken.None).ConfigureAwait(false)
                : folder.ReadManifest();
            _packs = Pack.Split(manifest);
            _queue = new TaskQueue(folder, manifest, _packs, options);
            _counts.Total = manifest.Count;
            try
            {
                if (!isNew)
                {
                    await _queue.TakeUpAsync().ConfigureAwait(false);
                }

                await _queue.SubmitAsync(isFirst: isNew).ConfigureAwait(false);
                for (var poll = isNew ? 1 : 0; ; poll++)
                {
                    _counts.Report();
                    foreach (var result in Due().SelectMany(TakeAll))
                    {
                        yield return result;
                        cancellationToken.ThrowIfCancellationRequested();
                    }

                    if (Array.TrueForAll(_packs, static pack => pack.IsFinished))
                    {
                        break;
                    }

                    if (poll % PollsPerQuery == 0)
                    {
                        foreach (var (pack, state) in await _queue.FindEndedAsync(_counts).ConfigureAwait(false))
                        {
                            // Results may have arrived since the last check.
                            _files.Refresh(pack);
                            foreach (var result in TakeAll(pack).Concat(Settle(pack, state)))
                            {
                                yield return result;
                            }
                        }

                        await _queue.SubmitAsync(isFirst: false).ConfigureAwait(false);
                        if (Array.TrueForAll(_packs, static pack => pack.IsFinished))
                        {
                            break;
                        }
                    }

                    await Task.Delay(options.PollInterval, cancellationToken).ConfigureAwait(false);
                }

                _counts.Report();
                isAtEnd = true;
            }
            finally
            {
                if (!WasSubmitted)
                {
                    folder.Delete();
                }
                else if (!isAtEnd && !options.LeaveRunning)
                {
                    await _queue.CancelAsync().ConfigureAwait(false);
                }
            }
        }

        if (!options.KeepFiles)
        {
            folder.Delete();
        }
    }

    /// <summary>The packs that may have a new result.</summary>
    private IEnumerable<Pack> Due()
    {
        var first = _firstLook;
        _firstLook = first + MaxLooks >= _packs.Length ? 0 : first + MaxLooks;
        for (var i = 0; i < _packs.Length; i++)
        {
            var pack = _packs[i];
            if (!pack.IsFinished && (pack.IsRunning || (i >= first && i - first < MaxLooks)))
            {
                yield return pack;
            }
        }
    }

    /// <summary>The new results of a pack.</summary>
    private IEnumerable<ClusterResult> TakeAll(Pack pack)
    {
        while (!pack.IsFinished && _files.TryRead(pack) is { } result)
        {
            pack.IsRunning = true;
            yield return Take(pack, result);
        }
    }

    private ClusterResult Take(Pack pack, ClusterResult result)
    {
        pack.Next++;
        pack.TimesEnded = 0;
        pack.IsRunning &= !pack.IsFinished;
        result.Progress = _counts.Add(result);
        return result;
    }

    /// <summary>Handles a pack whose task ended without all of its results: decides which commands fail and which run again.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="state">How its task ended, or null if that is unknown.</param>
    private IEnumerable<ClusterResult> Settle(Pack pack, TaskState? state)
    {
        if (pack.IsFinished)
        {
            yield break;
        }

        pack.TimesEnded++;
        if (pack.IsTakenUp)
        {
            pack.Release();
            yield break;
        }

        var phase = state?.Phase ?? TaskPhase.Completed;
        if (pack.TimesEnded < Patience(phase))
        {
            yield break;
        }

        var reason = state is { Phase: not TaskPhase.Completed } known ? known.Reason : "its task is gone, and how it ended is unknown";
        if (_files.Log(pack) is { Length: > 0 } log)
        {
            reason += $" (it said: {log})";
        }

        if (phase == TaskPhase.Failed && _files.WasStarted(pack))
        {
            yield return Take(pack, _files.WriteFailure(pack, state!.Value.Failure, reason.Replace('\n', ' ')));
            pack.Release();
        }
        else if (phase != TaskPhase.Stopped && pack.Retries < options.MaxRetries)
        {
            pack.Retries++;
            pack.Release();
        }
        else
        {
            if (phase != TaskPhase.Stopped)
            {
                reason += $", and it was tried {pack.Retries + 1} times (SlurmOptions.MaxRetries)";
            }

            var failure = state is { Phase: not TaskPhase.Completed } end ? end.Failure : ClusterFailure.NodeFailure;
            while (!pack.IsFinished)
            {
                yield return Take(pack, _files.Fail(pack, failure, reason));
            }
        }
    }

    /// <summary>
    /// How many times in a row the queue must report it. On a network file system, a result may become visible only after some seconds; that of a
    /// failed node never does.
    /// </summary>
    private static int Patience(TaskPhase phase) => phase switch
    {
        TaskPhase.Lost => 1,
        TaskPhase.Completed => 3,
        _ => 2,
    };
}
