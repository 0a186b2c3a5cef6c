using System.Buffers;
using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec.Platform.Linux;

/// <summary>
/// Runs one child to its end on the caller's thread with poll(2): feeds its stdin, captures its outputs, and keeps the
/// limits. No other thread takes part.
/// </summary>
internal sealed unsafe class SyncLoop
{
    private const int NoDescriptor = -1;

    private readonly StartRequest _request;
    private readonly SyncLimits _limits;
    private readonly ExitWatch _exit;
    private readonly int[] _outputs;
    private readonly OutputBuffer?[] _buffers;
    private readonly byte[] _scratch = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private Deadline _timeout;
    private Deadline _forceKill;
    private Deadline _drain;
    private int _input;
    private int _inputWritten;
    private ExitStatus? _status;
    private bool _timedOut;
    private int? _overflowed;

    public SyncLoop(ExitWatch exit, StartRequest request, ChildDescriptors descriptors, SyncLimits limits)
    {
        _exit = exit;
        _request = request;
        _limits = limits;
        _input = descriptors.TakeParentEnd(0);
        _outputs = new int[descriptors.Count];
        _buffers = new OutputBuffer?[descriptors.Count];
        _outputs[0] = NoDescriptor;
        for (var i = 1; i < _outputs.Length; i++)
        {
            _outputs[i] = descriptors.TakeParentEnd(i);
            _buffers[i] = _outputs[i] == NoDescriptor ? null : new OutputBuffer(limits.MaxBuffer);
        }

        _timeout = Deadline.After(request.Options.Timeout is { Ticks: > 0 } timeout ? timeout : null);
    }

    public SyncOutcome Run()
    {
        WriteInput();
        var descriptors = stackalloc PollDescriptor[_outputs.Length + 2];
        while (_status is null || Array.Exists(_outputs, static descriptor => descriptor != NoDescriptor))
        {
            var count = Fill(descriptors);
            if (count == 0 && !LooksForExit)
            {
                // Nothing to wait for but the end of a child that has no pidfd.
                OnExited(_exit.End());
                continue;
            }

            _ = LibC.Poll(descriptors, (nuint)count, WaitMilliseconds());
            for (var i = 0; i < count; i++)
            {
                if (descriptors[i].ReturnedEvents != 0)
                {
                    Serve(descriptors[i].Descriptor);
                }
            }

            CheckExit();
            CheckDeadlines();
        }

        CloseInput();
        EndGroup();
        _exit.Release();
        ArrayPool<byte>.Shared.Return(_scratch);
        var output = Array.ConvertAll(_buffers, static buffer => buffer?.ToArray());
        return new SyncOutcome(_exit.Pid, _status.Value, output, _timedOut, _overflowed);
    }

    /// <summary>Without a pidfd a deadline and the child's end cannot be waited for at once: its end is looked for.</summary>
    private bool LooksForExit => _exit.Pidfd < 0 && _status is null
        && (_timeout.IsSet || _forceKill.IsSet || _request.Options.DrainTimeout is not null);

    private int Fill(PollDescriptor* descriptors)
        => PollList.Fill(descriptors, _input, _outputs, _status is null ? _exit.Pidfd : NoDescriptor);

    private int WaitMilliseconds()
    {
        var wait = Deadline.Earliest(_timeout, Deadline.Earliest(_forceKill, _drain)).RemainingMilliseconds;
        return LooksForExit ? (int)Math.Min((uint)wait, 10) : wait;
    }

    private void Serve(int descriptor)
    {
        if (descriptor == _input)
        {
            WriteInput();
        }
        else if (Array.IndexOf(_outputs, descriptor) is > 0 and var index)
        {
            ReadOutput(index);
        }
    }

    private void WriteInput()
    {
        while (_input != NoDescriptor)
        {
            var rest = _limits.Input.Span[_inputWritten..];
            var count = rest.IsEmpty ? 0 : Descriptor.Write(_input, rest);
            if (count == -Errno.EAGAIN)
            {
                return;
            }

            if (count <= 0)
            {
                // All is written, or the child does not read any more (EPIPE), which is no failure of the run.
                CloseInput();
                return;
            }

            _inputWritten += count;
        }
    }

    private void ReadOutput(int index)
    {
        var buffer = _buffers[index]!;
        var count = Descriptor.Read(_outputs[index], buffer, _scratch);
        if (buffer.HasOverflowed)
        {
            _overflowed ??= index;
            Stop();
        }
        else if (count <= 0 && count != -Errno.EAGAIN)
        {
            CloseOutput(index);
        }
    }

    private void CheckExit()
    {
        if (_status is null && _exit.TryEnd(out var status))
        {
            OnExited(status);
        }
    }

    private void OnExited(ExitStatus status)
    {
        _status = status;
        CloseInput();
        _drain = Deadline.After(_request.Options.DrainTimeout);
    }

    private void CheckDeadlines()
    {
        if (_timeout.HasPassed)
        {
            _timeout = default;
            _timedOut = true;
            Stop();
        }

        if (_forceKill.HasPassed)
        {
            _forceKill = default;
            _ = _exit.Kill(Signal.SIGKILL, _request.KillsGroup);
        }

        if (_drain.HasPassed)
        {
            _drain = default;
            TakeRests();
            CloseOutputs();
        }
    }

    /// <summary>Kills, and waits from now on for the child's end alone, as Node does.</summary>
    private void Stop()
    {
        _ = _exit.Kill(_request.Options.KillSignal, _request.KillsGroup);
        _forceKill = Deadline.After(_request.Options.ForceKillAfter);
        CloseOutputs();
    }

    /// <summary>Those of a killed group who ignore the kill signal get their time, as the child itself does, and no more.</summary>
    private void EndGroup()
    {
        while (_request.KillsGroup && _forceKill.IsSet && _exit.HasGroupMembers)
        {
            // Nothing tells of the end of processes that are no children: it is looked for.
            _ = LibC.Poll(null, 0, Math.Min(_forceKill.RemainingMilliseconds, 10));
            CheckDeadlines();
        }
    }

    /// <summary>What was written by now is not lost, though it was not read yet.</summary>
    private void TakeRests()
    {
        for (var i = 1; i < _outputs.Length; i++)
        {
            if (_outputs[i] != NoDescriptor && !_buffers[i]!.Write(Descriptor.ReadRest(_outputs[i])))
            {
                _overflowed ??= i;
                Stop();
            }
        }
    }

    private void CloseOutputs()
    {
        for (var i = 1; i < _outputs.Length; i++)
        {
            CloseOutput(i);
        }
    }

    private void CloseOutput(int index)
    {
        if (_outputs[index] != NoDescriptor)
        {
            Descriptor.Close(_outputs[index]);
            _outputs[index] = NoDescriptor;
        }
    }

    private void CloseInput()
    {
        if (_input != NoDescriptor)
        {
            Descriptor.Close(_input);
            _input = NoDescriptor;
        }
    }
}
