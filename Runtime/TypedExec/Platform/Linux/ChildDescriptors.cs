using System.Runtime.InteropServices;
using TypedExec.Requests;

namespace TypedExec.Platform.Linux;

/// <summary>
/// The descriptors of one child that is about to be started: for each of its numbers the parent's descriptor that it becomes, and
/// for each pipe the end that the parent keeps.
/// </summary>
/// <remarks>Every descriptor is opened close-on-exec, so that no other child that is started meanwhile inherits it; dup2 in the
/// child clears the flag.</remarks>
internal sealed unsafe class ChildDescriptors : IDisposable
{
    /// <summary>In <see cref="Sources"/>: the null device, which the child opens itself.</summary>
    public const int NullDevice = -1;

    /// <summary>
    /// How many numbers above the child's are kept free of sources, for the program that starts a child with other IDs.
    /// </summary>
    public const int Reserved = 2;

    /// <summary>
    /// In <see cref="Sources"/>: the slave of the child's pseudo-terminal, which the child opens itself, so that it becomes its
    /// controlling terminal.
    /// </summary>
    public const int TerminalDevice = -2;

    // One array for each child: the sources, the parent's ends, and the child's ends. For each number, one of the child's ends may
    // have been opened and moved.
    private readonly int[] _table;
    private int _childEndCount;

    private ChildDescriptors(int count)
    {
        Count = count;
        _table = new int[4 * count];
        ParentEnds.Fill(-1);
    }

    public int Count { get; }

    public ReadOnlySpan<int> Sources => _table.AsSpan(0, Count);

    /// <summary>By number the parent's end of a pipe, or -1.</summary>
    public Span<int> ParentEnds => _table.AsSpan(Count, Count);

    private Span<int> ChildEnds => _table.AsSpan(2 * Count, _childEndCount);

    /// <summary>
    /// Gets the path of the slave of the child's pseudo-terminal, or null. The parent's end at 0 is the master.
    /// </summary>
    public string? TerminalPath { get; private set; }

    /// <summary>Opens everything in the list.</summary>
    /// <exception cref="SpawnFailureException">A descriptor couldn't be opened; nothing is left open.</exception>
    public static ChildDescriptors Open(IReadOnlyList<Stdio> stdio, TerminalSize? terminal = null)
    {
        var table = new ChildDescriptors(stdio.Count);
        try
        {
            if (terminal is { } size)
            {
                table.OpenTerminal(size);
            }

            for (var i = 0; i < stdio.Count; i++)
            {
                if (stdio[i].Kind != StdioKind.SameAs)
                {
                    table._table[i] = table.OpenSource(stdio[i], i);
                }
            }

            for (var i = 0; i < stdio.Count; i++)
            {
                if (stdio[i].Kind == StdioKind.SameAs)
                {
                    table._table[i] = table._table[stdio[i].Number];
                }
            }

            table.MoveSourcesAboveTargets();
            return table;
        }
        catch
        {
            table.CloseParentEnds();
            table.Dispose();
            throw;
        }
    }

    /// <summary>Hands over the parent's end of a pipe, which the caller must close.</summary>
    public int TakeParentEnd(int index)
    {
        var descriptor = ParentEnds[index];
        ParentEnds[index] = -1;
        return descriptor;
    }

    /// <summary>Closes the parent's ends, for a child that couldn't be started.</summary>
    public void CloseParentEnds()
    {
        for (var i = 0; i < Count; i++)
        {
            if (TakeParentEnd(i) is >= 0 and var descriptor)
            {
                Descriptor.Close(descriptor);
            }
        }
    }

    /// <summary>Closes the child's ends, which the child has by then.</summary>
    public void Dispose()
    {
        foreach (var descriptor in ChildEnds)
        {
            Descriptor.Close(descriptor);
        }

        _childEndCount = 0;
    }

    private int OpenSource(Stdio entry, int index) => entry.Kind switch
    {
        StdioKind.Ipc => OpenSocketPair(index),
        StdioKind.Pipe or StdioKind.Overlapped when index > 2 => OpenSocketPair(index),
        StdioKind.Pipe or StdioKind.Overlapped or StdioKind.Stream => OpenPipe(index),
        StdioKind.Ignore => NullDevice,
        StdioKind.Terminal => TerminalDevice,
        StdioKind.Inherit => IsInheritable(index) ? index : NullDevice,
        StdioKind.Fd => entry.Number,
        StdioKind.Handle => (int)((SafeHandle)entry.Target!).DangerousGetHandle(),
        StdioKind.File => OpenFile(entry),
        _ => throw new InvalidOperationException($"Unexpected stdio entry {entry.Kind}."),
    };

    /// <summary>
    /// If the parent lacks this descriptor, its child gets the null device, as Node opens it at its own start. Meanwhile the
    /// number of a missing stdin, stdout or stderr may belong to something else, such as one of the runtime's pipes. That is
    /// close-on-exec, unlike every descriptor that this process was started with.
    /// </summary>
    private static bool IsInheritable(int index)
        => LibC.Fcntl(index, Constants.F_GETFD, 0) is >= 0 and var flags && (index > 2 || (flags & Constants.FD_CLOEXEC) == 0);

    private void OpenTerminal(TerminalSize size)
    {
        (var master, TerminalPath) = PseudoTerminal.Open(size);
        ParentEnds[0] = MoveAboveStandard(master, childEnd: -1);
        if (!Descriptor.SetNonBlocking(ParentEnds[0]))
        {
            // The loop reads it, and a blocking descriptor could block every other child.
            throw new SpawnFailureException(LibC.LastErrno, "fcntl");
        }
    }

    /// <summary>Opens a pipe: the child reads from number 0, and writes to the others.</summary>
    private int OpenPipe(int index)
    {
        var ends = stackalloc int[2];
        if (LibC.Pipe2(ends, Constants.O_CLOEXEC) != 0)
        {
            throw new SpawnFailureException(LibC.LastErrno, "pipe2");
        }

        var (parentEnd, childEnd) = index == 0 ? (ends[1], ends[0]) : (ends[0], ends[1]);
        parentEnd = MoveAboveStandard(parentEnd, childEnd);
        return Keep(index, parentEnd, childEnd);
    }

    private int OpenSocketPair(int index)
    {
        var ends = stackalloc int[2];
        if (LibC.SocketPair(Constants.AF_UNIX, Constants.SOCK_STREAM | Constants.SOCK_CLOEXEC, 0, ends) != 0)
        {
            throw new SpawnFailureException(LibC.LastErrno, "socketpair");
        }

        var parentEnd = MoveAboveStandard(ends[0], ends[1]);
        return Keep(index, parentEnd, ends[1]);
    }

    /// <summary>
    /// A process that was started without stdin, stdout or stderr gets their numbers from the next open. A child must not inherit
    /// a pipe of this process instead of one of them.
    /// </summary>
    private static int MoveAboveStandard(int parentEnd, int childEnd)
    {
        try
        {
            return Descriptor.MoveTo(Descriptor.FirstBeyondStandard, parentEnd);
        }
        catch (SpawnFailureException)
        {
            if (childEnd >= 0)
            {
                Descriptor.Close(childEnd);
            }

            throw;
        }
    }

    private int Keep(int index, int parentEnd, int childEnd)
    {
        if (LibC.Fcntl(parentEnd, Constants.F_SETFL, Constants.O_NONBLOCK) != 0)
        {
            // The loop reads it, and a blocking descriptor could block every other child.
            var errno = LibC.LastErrno;
            Descriptor.Close(parentEnd);
            Descriptor.Close(childEnd);
            throw new SpawnFailureException(errno, "fcntl");
        }

        ParentEnds[index] = parentEnd;
        AddChildEnd(childEnd);
        return childEnd;
    }

    private void AddChildEnd(int descriptor) => _table[(2 * Count) + _childEndCount++] = descriptor;

    private int OpenFile(Stdio entry)
    {
        var path = (string)entry.Target!;
        var access = entry.FileAccess switch
        {
            FileAccess.Read => Constants.O_RDONLY,
            FileAccess.Write => Constants.O_WRONLY,
            _ => Constants.O_RDWR,
        };
        var mode = entry.FileMode switch
        {
            FileMode.CreateNew => Constants.O_CREAT | Constants.O_EXCL,
            FileMode.Create => Constants.O_CREAT | Constants.O_TRUNC,
            FileMode.OpenOrCreate => Constants.O_CREAT,
            FileMode.Truncate => Constants.O_TRUNC,
            FileMode.Append => Constants.O_CREAT | Constants.O_APPEND,
            _ => 0,
        };
        using var name = new CString(path);
        int descriptor;
        do
        {
            descriptor = LibC.Open(name.Pointer, access | mode | Constants.O_CLOEXEC, Convert.ToUInt32("666", 8));
        }
        while (descriptor < 0 && LibC.LastErrno == Errno.EINTR);

        if (descriptor < 0)
        {
            throw new SpawnFailureException(LibC.LastErrno, "open", path);
        }

        AddChildEnd(descriptor);
        return descriptor;
    }

    /// <summary>
    /// An earlier dup2 would overwrite a source whose number is also a target, and dup2 onto itself would keep close-on-exec. So
    /// every source is moved above the highest target and the reserved numbers.
    /// </summary>
    private void MoveSourcesAboveTargets()
    {
        var lowest = Count + Reserved;
        for (var i = 0; i < Count; i++)
        {
            if (_table[i] is >= 0 and var source && source < lowest)
            {
                var moved = LibC.Fcntl(source, Constants.F_DUPFD_CLOEXEC, lowest);
                if (moved < 0)
                {
                    throw new SpawnFailureException(LibC.LastErrno, "fcntl", $"descriptor {source}");
                }

                AddChildEnd(moved);
                _table[i] = moved;
            }
        }
    }
}
