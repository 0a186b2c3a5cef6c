using System.Runtime.InteropServices;
using TypedExec.Requests;

namespace TypedExec.Platform.Linux.Trampoline;

/// <summary>
/// A pipe on which a <see cref="NativeProgram"/> reports why it could not become the child. Its end, without a word, says
/// that it has: the descriptor is closed as the child's program takes over.
/// </summary>
internal sealed unsafe class StartReport : IDisposable
{
    /// <summary>How often it is looked whether the program was stopped on its way.</summary>
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

    /// <summary>The number that the program knows the pipe by: the first that is not the child's.</summary>
    public int ReportNumber => _descriptors.Count;

    /// <summary>The number that the program was started from.</summary>
    public int ImageNumber => _descriptors.Count + 1;

    private int FirstFree => _descriptors.Count + ChildDescriptors.Reserved;

    /// <summary>Spawns the program with the child's descriptors, environment, group and signals; gives the errno or 0.</summary>
    public int Spawn(StartRequest request, IReadOnlyList<string> arguments, int image, out int pid)
        => NativeProgram.Spawn(request, [.. _descriptors.Sources, _writeEnd], cwd: null, arguments, image, out pid);

    /// <summary>
    /// Waits until the program has taken over, or reports: then it has ended, and is reaped. The other user can stop it on
    /// the way, or hold it in a file system of its own; neither may hold this process.
    /// </summary>
    /// <returns>The step that failed and the errno; null when the child is there.</returns>
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
                    Errno.ETIMEDOUT, hint: $"the child did not come to its program within {limit.TotalSeconds:0} s, and was killed");
            }

            // No harm where it was not stopped.
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

    /// <summary>Makes sure that the program ends, and reaps it.</summary>
    private static void End(int pid)
    {
        var exit = new ExitWatch(pid, reapsAtRelease: false);
        if (exit.Kill(Signal.SIGKILL, group: false) == 0)
        {
            _ = exit.WaitForExit();
        }
        else
        {
            // It has other ids, and a parent that is not root may not signal it: its end is not waited for here.
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
