using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec.Platform.Linux;

/// <summary>One stage of a pipeline that is run on the caller's thread: its exit, and the parent's ends of its pipes.</summary>
internal sealed class SyncStage
{
    private const int NoDescriptor = -1;

    private readonly StartRequest _request;
    private readonly ExitWatch _exit;
    private readonly int[] _outputs = [NoDescriptor, NoDescriptor, NoDescriptor];
    private readonly OutputBuffer[] _buffers;
    private Deadline _drain;

    public SyncStage(ExitWatch exit, StartRequest request, ChildDescriptors descriptors, long maxBuffer)
    {
        _request = request;
        _exit = exit;
        Input = descriptors.TakeParentEnd(0);
        _buffers = [new OutputBuffer(0), new OutputBuffer(maxBuffer), new OutputBuffer(maxBuffer)];
        for (var i = 1; i < _outputs.Length; i++)
        {
            _outputs[i] = descriptors.TakeParentEnd(i);
        }
    }

    public RunOptions Options => _request.Options;

    /// <summary>The parent's end of stdin, or -1.</summary>
    public int Input { get; private set; }

    public ExitStatus? Status { get; private set; }

    public bool IsClosed => Status is not null && Array.TrueForAll(_outputs, static output => output == NoDescriptor);

    public Deadline Drain => IsClosed ? default : _drain;

    /// <summary>Whether its end has to be looked for, as there is no descriptor that tells.</summary>
    public bool LooksForExit => Status is null && _exit.Pidfd < 0;

    public byte[] Captured(int output) => _buffers[output].ToArray();

    /// <summary>Adds what is to be waited for; the entries come back to <see cref="Serve"/>.</summary>
    public unsafe int Fill(PollDescriptor* descriptors)
        => PollList.Fill(descriptors, Input, _outputs, Status is null ? _exit.Pidfd : NoDescriptor);

    /// <summary>Reads an output that is ready; gives its number when it has more than it may have.</summary>
    public int? Serve(int descriptor, Span<byte> scratch)
    {
        if (Array.IndexOf(_outputs, descriptor) is not (> 0 and var index))
        {
            return null;
        }

        var count = Descriptor.Read(descriptor, scratch);
        if (count == -Errno.EAGAIN)
        {
            return null;
        }

        if (count <= 0)
        {
            CloseOutput(index);
            return null;
        }

        return _buffers[index].Write(scratch[..count]) ? null : index;
    }

    public void CheckExit()
    {
        if (Status is null && _exit.TryEnd(out var status))
        {
            Status = status;
            CloseInput();
            _drain = Deadline.After(Options.DrainTimeout);
        }
    }

    /// <summary>
    /// Gives up on outputs that a descendant holds open for too long, but not on what is in them; gives the number of one
    /// that has more than it may have.
    /// </summary>
    public int? CheckDrain()
    {
        int? overflowed = null;
        if (Drain.HasPassed)
        {
            for (var i = 1; i < _outputs.Length; i++)
            {
                if (_outputs[i] != NoDescriptor && !_buffers[i].Write(Descriptor.ReadRest(_outputs[i])))
                {
                    overflowed = i;
                }
            }

            CloseOutputs();
        }

        return overflowed;
    }

    public void Kill(Signal signal) => _ = _exit.Kill(signal, _request.KillsGroup);

    public void Release() => _exit.Release();

    public void CloseInput()
    {
        if (Input != NoDescriptor)
        {
            Descriptor.Close(Input);
            Input = NoDescriptor;
        }
    }

    public void CloseOutputs()
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
}
