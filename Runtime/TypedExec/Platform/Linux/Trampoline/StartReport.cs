using System.Runtime.InteropServices;
using TypedExec.Requests;

namespace TypedExec.Platform.Linux.Trampoline;

/// <summary>
/// A pipe on which a <see cref="NativeProgram"/> reports why it couldn't become the child. If it ends without a report, it has:
/// the descriptor is closed as the child's program takes over.
/// </summary>
internal sealed unsafe class StartReport : IDisposable
{
    /// <summary>How often it checks whether the program was stopped on its way.</summary>
    private const int CheckMilliseconds = 50;

    private readonly ChildDescriptors _descriptors;
    private readonly int _readEnd;
    private int _writeEnd;

    /// <exception cref="SpawnFailureException">There is no descriptor left.</exception>
    public StartReport(ChildDescriptors descriptors)
    {
        _descriptors = descriptors;
        var ends = stackalloc int[2];
        if (LibC.Pipe2(ends, Constants.O_CLOEXEC) != 0)
        {
            throw new SpawnFailureException(LibC.LastErrno, "pipe2");
        }

        _readEnd = ends[0];
        try
        {
            _writeEnd = Descriptor.MoveTo(FirstFree, ends[1]);
        }
        catch
        {
            Descriptor.Close(_readEnd);
            throw;
        }
    }

    /// <summary>Gets the program's number of the pipe: the first one after the child's.</summary>
    public int ReportNumber => _descriptors.Count;

    /// <summary>Gets the number that the program was started from.</summary>
    public int ImageNumber => _descriptors.Count + 1;

    private int FirstFree => _descriptors.Count + ChildDescriptors.Reserved;

    /// <summary>
    /// Spawns the program with the child's descriptors, environment, group and signals. Returns the errno or 0.
    /// </summary>
    public int Spawn(StartRequest request, IReadOnlyList<string> arguments, int image, out int pid)
        => NativeProgram.Spawn(request, [.. _descriptors.Sources, _writeEnd], cwd: null, arguments, image, out pid);

    /// <summary>
    /// Waits until the child's program has taken over, or the program reports; then it has exited and is reaped. The other user
    /// can stop it on its way, or block it in their own file system; neither may block this process.
    /// </summary>
    /// <returns>The step that failed and the errno, or null if the child has started.</returns>
    /// <exception cref="SpawnFailureException">It took too long, and was killed.</exception>
    public (int Step, int Errno)? Read(int pid, TimeSpan limit)
    {
        CloseWriteEnd();
        var deadline = Deadline.After(limit);
        while (!WaitForReport(Math.Min(deadline.RemainingMilliseconds, CheckMilliseconds)))
        {
            if (deadline.HasPassed)
            {
                End(pid);
                throw new SpawnFailureException(
                    Errno.ETIMEDOUT, hint: $"the child didn't start its program within {limit.TotalSeconds:0} s, and was killed");
            }

            // Harmless if it wasn't stopped.
            _ = LibC.Kill(pid, (int)Signal.SIGCONT);
        }

        Span<int> report = stackalloc int[2];
        var length = Descriptor.Read(_readEnd, MemoryMarshal.AsBytes(report));
        if (length == 0)
        {
            return null;
        }

        End(pid);
        if (length < 0)
        {
            throw new SpawnFailureException(-length, "read");
        }

        return (report[0], report[1]);
    }

    public void Dispose()
    {
        CloseWriteEnd();
        Descriptor.Close(_readEnd);
    }

    private bool WaitForReport(int milliseconds)
    {
        var poll = new PollDescriptor { Descriptor = _readEnd, Events = Constants.POLLIN };
        return LibC.Poll(&poll, 1, milliseconds) > 0;
    }

    /// <summary>Makes sure that the program exits, and reaps it.</summary>
    private static void End(int pid)
    {
        var exit = new ExitWatch(pid, reapsAtRelease: false);
        if (exit.Kill(Signal.SIGKILL, group: false) == 0)
        {
            _ = exit.WaitForExit();
        }
        else
        {
            // It has other IDs, and a parent that isn't root can't signal it, so its exit isn't waited for here.
            exit.Watch(static _ => { });
        }
    }

    private void CloseWriteEnd()
    {
        if (_writeEnd >= 0)
        {
            Descriptor.Close(_writeEnd);
            _writeEnd = -1;
        }
    }
}
