using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using TypedExec.IO;
using TypedExec.Platform.Managed;
using TypedExec.Platform.Windows.Channel;
using TypedExec.Requests;

namespace TypedExec.Platform.Windows.Handles;

/// <summary>The handles that a child inherits, and no others, and the parent's ends of the pipes.</summary>
[SupportedOSPlatform("windows")]
internal sealed class ChildHandles : IDisposable
{
    private const uint FileTypeDisk = 0x1;
    private const uint FileTypePipe = 0x3;

    private readonly ChildHandle[] _handles;
    private readonly List<nint> _opened = [];

    private ChildHandles(int count)
    {
        _handles = new ChildHandle[count];
        Inputs = new WritePipe?[count];
        Outputs = new ReadPipe?[count];
    }

    /// <summary>By index of stdio.</summary>
    public ReadOnlySpan<ChildHandle> Handles => _handles;

    /// <summary>The pipes to the child, by index of stdio.</summary>
    public WritePipe?[] Inputs { get; }

    /// <summary>The pipes from the child, by index of stdio.</summary>
    public ReadPipe?[] Outputs { get; }

    /// <summary>Gets the child's own console, if it has one. Its output is at index 0.</summary>
    public PseudoConsole? Console { get; private set; }

    /// <exception cref="SpawnFailureException">Something couldn't be opened; nothing is left open.</exception>
    public static ChildHandles Open(IReadOnlyList<Stdio> stdio, TerminalSize? terminal)
    {
        var handles = new ChildHandles(stdio.Count);
        try
        {
            if (terminal is { } size)
            {
                handles.OpenConsole(size);
            }

            for (var i = 0; i < stdio.Count; i++)
            {
                handles._handles[i] = handles.Open(stdio[i], i);
            }

            for (var i = 0; i < stdio.Count; i++)
            {
                if (stdio[i].Kind == StdioKind.SameAs)
                {
                    handles._handles[i] = handles.Copy(handles._handles[stdio[i].Number]);
                }
            }

            return handles;
        }
        catch
        {
            handles.CloseParentEnds();
            handles.Dispose();
            throw;
        }
    }

    /// <summary>Closes the parent's ends, for a child that couldn't be started.</summary>
    public void CloseParentEnds()
    {
        foreach (var input in Inputs)
        {
            input?.Close();
        }

        foreach (var output in Outputs)
        {
            output?.Close();
        }
    }

    /// <summary>Closes the child's ends after the child has received them.</summary>
    public void Dispose()
    {
        foreach (var handle in _opened)
        {
            _ = Kernel32.CloseHandle(handle);
        }

        _opened.Clear();
    }

    private ChildHandle Open(Stdio entry, int index) => entry.Kind switch
    {
        // The child opens those of its console itself. Entries that repeat others come afterward.
        StdioKind.Terminal or StdioKind.SameAs => ChildHandle.None,
        StdioKind.Ignore => Keep(HandleOpening.OpenNull(index), DescriptorTable.IsDevice),
        StdioKind.Inherit => Keep(HandleOpening.OpenOwn(index, index)),
        StdioKind.Fd => Keep(HandleOpening.OpenOwn(entry.Number, index)),
        StdioKind.Handle => Keep(HandleOpening.Duplicate((SafeHandle)entry.Target!)),
        StdioKind.File => Keep(HandleOpening.OpenFile(entry)),
        StdioKind.Ipc => OpenChannel(index),
        StdioKind.Stream => OpenPipe(index, index == 0 ? PipeDirection.Out : PipeDirection.In, isOverlapped: false),
        _ => OpenPipe(
            index, index > 2 ? PipeDirection.InOut : index == 0 ? PipeDirection.Out : PipeDirection.In,
            isOverlapped: entry.Kind == StdioKind.Overlapped),
    };

    private ChildHandle OpenPipe(int index, PipeDirection direction, bool isOverlapped)
    {
        var pipe = PipePair.Create(direction, isOverlapped);
        switch (direction)
        {
            case PipeDirection.Out:
                Inputs[index] = new StreamWritePipe(pipe.Server);
                break;
            case PipeDirection.In:
                Outputs[index] = new StreamReadPipe(pipe.Server);
                break;
            default:
                (Outputs[index], Inputs[index]) = PipePair.Directions(pipe.Server);
                break;
        }

        return Keep(pipe.Client, DescriptorTable.IsPipe);
    }

    /// <summary>Node rejects a channel without overlapped I/O.</summary>
    private ChildHandle OpenChannel(int index)
    {
        var pipe = PipePair.Create(PipeDirection.InOut, isOverlapped: true);
        (Outputs[index], Inputs[index]) = ChannelEnds.From(pipe.Server);
        return Keep(pipe.Client, DescriptorTable.IsPipe);
    }

    private void OpenConsole(TerminalSize size)
    {
        var input = PipePair.Create(PipeDirection.Out, isOverlapped: false);
        Inputs[0] = new StreamWritePipe(input.Server);
        _ = Keep(input.Client);
        var output = PipePair.Create(PipeDirection.In, isOverlapped: false);
        var drawn = new PseudoConsole.Output(output.Server);
        Outputs[0] = drawn;
        _ = Keep(output.Client);
        Console = PseudoConsole.Create(size, input.Client, output.Client);
        drawn.Console = Console;
    }

    /// <summary>Duplicates the handle: a child that closes one of the two still has the other.</summary>
    private ChildHandle Copy(ChildHandle handle) => handle.Value == -1 ? handle : Keep(HandleOpening.Duplicate(handle.Value), handle.Flags);

    private ChildHandle Keep(nint handle) => Keep(handle, Kernel32.GetFileType(handle) switch
    {
        FileTypeDisk => 0,
        FileTypePipe => DescriptorTable.IsPipe,
        _ => DescriptorTable.IsDevice,
    });

    private ChildHandle Keep(nint handle, byte flags)
    {
        _opened.Add(handle);
        return new ChildHandle(handle, (byte)(DescriptorTable.IsOpen | flags));
    }
}
