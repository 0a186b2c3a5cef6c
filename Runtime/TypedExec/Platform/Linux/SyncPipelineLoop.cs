namespace TypedExec.Platform.Linux;

/// <summary>
/// Runs the stages of a pipeline to their end on the caller's thread with poll(2), as <see cref="SyncLoop"/> does for one
/// child. No other thread takes part.
/// </summary>
internal sealed unsafe class SyncPipelineLoop
{
    /// <summary>How long the stages before one that could not be started may take to obey the kill signal.</summary>
    private static readonly TimeSpan FailedForceKillAfter = TimeSpan.FromSeconds(5);

    /// <summary>stdin, stdout, stderr and the pidfd.</summary>
    private const int DescriptorsPerStage = 4;

    private readonly List<SyncStage> _stages;
    private readonly SpawnFailureException? _failure;
    private readonly ReadOnlyMemory<byte> _input;
    private readonly byte[] _scratch = GC.AllocateUninitializedArray<byte>(64 * 1024);
    private Deadline _timeout;
    private Deadline _forceKill;
    private int _inputWritten;
    private bool _timedOut;
    private (int Stage, int Descriptor)? _overflowed;

    /// <param name="stages">The stages that were started.</param>
    /// <param name="failure">Why the one behind them could not be, or null.</param>
    /// <param name="timeout">How long they may run.</param>
    /// <param name="input">What goes to the first one's stdin.</param>
    public SyncPipelineLoop(List<SyncStage> stages, SpawnFailureException? failure, TimeSpan? timeout, ReadOnlyMemory<byte> input)
    {
        _stages = stages;
        _failure = failure;
        _input = input;
        _timeout = Deadline.After(timeout);
        if (failure is not null)
        {
            Stop(FailedForceKillAfter);
        }
        else
        {
            WriteInput();
        }
    }

    public PipelineSyncOutcome Run()
    {
        var descriptors = stackalloc PollDescriptor[DescriptorsPerStage * _stages.Count];
        while (_stages.Exists(static stage => !stage.IsClosed))
        {
            var count = 0;
            foreach (var stage in _stages)
            {
                count += stage.Fill(descriptors + count);
            }

            _ = LibC.Poll(descriptors, (nuint)count, WaitMilliseconds());
            for (var i = 0; i < count; i++)
            {
                if (descriptors[i].ReturnedEvents != 0)
                {
                    Serve(descriptors[i].Descriptor);
                }
            }

            for (var i = 0; i < _stages.Count; i++)
            {
                _stages[i].CheckExit();
                StopIfOverflowed(i, _stages[i].CheckDrain());
            }

            CheckDeadlines();
        }

        return Outcome();
    }

    private PipelineSyncOutcome Outcome()
    {
        foreach (var stage in _stages)
        {
            stage.Release();
        }

        return new PipelineSyncOutcome
        {
            Statuses = [.. _stages.ConvertAll(static stage => stage.Status!.Value)],
            Stdout = _stages.Count == 0 ? [] : _stages[^1].Captured(1),
            Stderrs = [.. _stages.ConvertAll(static stage => stage.Captured(2))],
            TimedOut = _timedOut,
            Overflowed = _overflowed,
            Failure = _failure,
            FailedStage = _stages.Count,
        };
    }

    private int WaitMilliseconds()
    {
        var deadline = Deadline.Earliest(_timeout, _forceKill);
        var looksForExit = false;
        foreach (var stage in _stages)
        {
            deadline = Deadline.Earliest(deadline, stage.Drain);
            looksForExit |= stage.LooksForExit;
        }

        var wait = deadline.RemainingMilliseconds;
        return looksForExit ? (int)Math.Min((uint)wait, 10) : wait;
    }

    private void Serve(int descriptor)
    {
        if (descriptor == _stages[0].Input)
        {
            WriteInput();
            return;
        }

        for (var i = 0; i < _stages.Count; i++)
        {
            StopIfOverflowed(i, _stages[i].Serve(descriptor, _scratch));
        }
    }

    private void StopIfOverflowed(int stage, int? output)
    {
        if (output is { } descriptor)
        {
            _overflowed ??= (stage, descriptor);
            Stop(_stages[0].Options.ForceKillAfter);
        }
    }

    private void WriteInput()
    {
        while (_stages[0].Input is >= 0 and var descriptor)
        {
            var rest = _input.Span[_inputWritten..];
            var count = rest.IsEmpty ? 0 : Descriptor.Write(descriptor, rest);
            if (count == -Errno.EAGAIN)
            {
                return;
            }

            if (count <= 0)
            {
                // All is written, or the first stage does not read any more (EPIPE), which is no failure of the run.
                _stages[0].CloseInput();
                return;
            }

            _inputWritten += count;
        }
    }

    private void CheckDeadlines()
    {
        if (_timeout.HasPassed)
        {
            _timeout = default;
            _timedOut = true;
            Stop(_stages[0].Options.ForceKillAfter);
        }

        if (_forceKill.HasPassed)
        {
            _forceKill = default;
            Kill(Signal.SIGKILL);
        }
    }

    /// <summary>Kills all stages, and waits from now on for their ends alone, as Node does.</summary>
    private void Stop(TimeSpan? forceKillAfter)
    {
        if (_stages.Count == 0)
        {
            return;
        }

        Kill(_stages[0].Options.KillSignal);
        _timeout = default;
        _forceKill = Deadline.After(_stages[0].Options.ForceKillAfter ?? forceKillAfter);
        foreach (var stage in _stages)
        {
            stage.CloseInput();
            stage.CloseOutputs();
        }
    }

    private void Kill(Signal signal)
    {
        foreach (var stage in _stages)
        {
            stage.Kill(signal);
        }
    }
}
