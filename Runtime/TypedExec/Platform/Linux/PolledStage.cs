using TypedExec.Requests;

namespace TypedExec.Platform.Linux;

/// <summary>One stage of a run on the caller's thread: its exit, and the parent's ends of its pipes.</summary>
internal sealed class PolledStage : SyncStage
{
    private const int NoDescriptor = -1;

    private readonly ExitWatch _exit;
    private readonly ChildDescriptors _descriptors;
    private readonly PollDriver _driver;
    private readonly int _index;
    private ReadOnlyMemory<byte> _unwritten;

    /// <param name="exit">The child.</param>
    /// <param name="request">The request that started it.</param>
    /// <param name="descriptors">Owns the parent's ends of its pipes, which the stage closes.</param>
    /// <param name="input">The input for its stdin.</param>
    /// <param name="maxBuffer">The maximum number of bytes of each output.</param>
    /// <param name="driver">Is notified that an output has ended.</param>
    /// <param name="index">The index of the stage.</param>
    public PolledStage(
        ExitWatch exit, StartRequest request, ChildDescriptors descriptors, ReadOnlyMemory<byte> input, long maxBuffer, PollDriver driver, int index)
        : base(request, maxBuffer)
    {
        _exit = exit;
        _unwritten = input;
        _driver = driver;
        _index = index;
        Input = descriptors.TakeParentEnd(0);
        _descriptors = descriptors;
        for (var i = 1; i < descriptors.Count; i++)
        {
            if (descriptors.ParentEnds[i] != NoDescriptor)
            {
                Capture(i);
            }
        }
    }

    public override int Pid => _exit.Pid;

    public override bool HasGroupMembers => _exit.HasGroupMembers;

    /// <summary>Gets the parent's end of stdin, or -1.</summary>
    public int Input { get; private set; }

    /// <summary>Gets the maximum number of descriptors that it waits for.</summary>
    public int DescriptorCount => _descriptors.Count + 1;

    /// <summary>Gets whether no descriptor reports its exit.</summary>
    public bool HasUnseenExit => Status is null && _exit.Pidfd < 0;

    /// <summary>Adds the descriptors to wait for.</summary>
    public unsafe int Fill(PollDescriptor* list)
    {
        var count = 0;
        if (Input >= 0)
        {
            list[count++] = new PollDescriptor { Descriptor = Input, Events = Constants.POLLOUT };
        }

        foreach (var output in _descriptors.ParentEnds)
        {
            if (output >= 0)
            {
                list[count++] = new PollDescriptor { Descriptor = output, Events = Constants.POLLIN };
            }
        }

        if (Status is null && _exit.Pidfd >= 0)
        {
            list[count++] = new PollDescriptor { Descriptor = _exit.Pidfd, Events = Constants.POLLIN };
        }

        return count;
    }

    /// <summary>Serves a descriptor that is ready. Returns the output that was read, or null.</summary>
    public int? Serve(int descriptor, Span<byte> scratch)
    {
        if (descriptor == Input)
        {
            WriteInput();
        }
        else if (_descriptors.ParentEnds.IndexOf(descriptor) is > 0 and var index)
        {
            var count = Descriptor.Read(descriptor, Buffers[index]!, scratch, out _);
            if (count <= 0 && count != -Errno.EAGAIN)
            {
                CloseOutput(index);
            }

            return index;
        }

        return null;
    }

    public void WriteInput()
    {
        while (Input != NoDescriptor)
        {
            var count = _unwritten.IsEmpty ? 0 : Descriptor.Write(Input, _unwritten.Span);
            if (count == -Errno.EAGAIN)
            {
                return;
            }

            if (count <= 0)
            {
                // Everything is written, or the child no longer reads (EPIPE), which isn't a failure of the run.
                CloseInput();
                return;
            }

            _unwritten = _unwritten[count..];
        }
    }

    /// <summary>Returns whether its exit has just been detected.</summary>
    public bool TryReap()
    {
        if (Status is not null || !_exit.TryReap(out var status))
        {
            return false;
        }

        OnExited(status);
        return true;
    }

    /// <summary>Blocks the thread until it has exited.</summary>
    public void WaitForExit() => OnExited(_exit.WaitForExit());

    public override void DropOutputs()
    {
        for (var i = 1; i < _descriptors.Count; i++)
        {
            if (_descriptors.ParentEnds[i] is not NoDescriptor and var output)
            {
                _ = Buffers[i]!.Write(Descriptor.ReadRest(output));
                CloseOutput(i);
            }
        }
    }

    public override void Abandon()
    {
        CloseInput();
        _exit.Watch(_ => _exit.Release());
    }

    public override void Release()
    {
        CloseInput();
        _exit.Release();
    }

    protected override int Send(Signal signal, bool group) => _exit.Kill(signal, group);

    private void OnExited(ExitStatus status)
    {
        Status = status;
        CloseInput();
    }

    private void CloseOutput(int index)
    {
        Descriptor.Close(_descriptors.TakeParentEnd(index));
        _driver.OnOutputEnded(_index);
    }

    private void CloseInput()
    {
        if (Input != NoDescriptor)
        {
            Descriptor.Close(Input);
            Input = NoDescriptor;
        }
    }
}
