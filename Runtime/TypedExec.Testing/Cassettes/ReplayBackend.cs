using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Platform;
using TypedExec.Requests;
using TypedExec.Testing.Fakes;

namespace TypedExec.Testing.Cassettes;

/// <summary>Answers commands from the runs of a cassette, each used once and in order.</summary>
internal sealed class ReplayBackend(IProcessBackend outer, string path) : IProcessBackend
{
    private readonly Lock _gate = new();
    private readonly List<RecordedRun> _left = [.. CassetteFile.Read(path)];
    private readonly List<FakeProcess> _running = [];
    private bool _isDisposed;

    public TimeProvider Time => outer.Time;

    /// <summary>Gets the command lines that haven't been requested.</summary>
    public IReadOnlyList<string> Left
    {
        get
        {
            lock (_gate)
            {
                return [.. _left.Select(static run => run.Command)];
            }
        }
    }

    /// <exception cref="NotFakedException">The cassette contains no further run of this command.</exception>
    public void Check(StartRequest request)
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _ = Find(new FakeCall(request));
                return;
            }
        }

        outer.Check(request);
    }

    public (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe() => outer.OpenPipe();

    public (ReadPipe Output, WritePipe Input)? OpenChannel(int descriptor) => outer.OpenChannel(descriptor);

    public StartedChild Start(StartRequest request)
    {
        var call = new FakeCall(request);
        RecordedRun? run = null;
        lock (_gate)
        {
            if (!_isDisposed)
            {
                run = Find(call);
                _left.Remove(run);
            }
        }

        if (run is null)
        {
            return outer.Start(request);
        }

        if (run.StartFailure is { } failure)
        {
            var errno = StartFailureBehavior.FromCode(failure.Code).StartFailure!.Errno;
            throw new SpawnFailureException(errno, failure.Syscall, failure.Path, failure.Hint);
        }

        var status = run.Signal is null ? new ExitStatus(run.ExitCode, null) : new ExitStatus(null, Enum.Parse<Signal>(run.Signal));
        var behavior = new OutputBehavior(
            [.. run.Output.Select(static output => (output.Descriptor, (ReadOnlyMemory<byte>)CassetteFile.ToBytes(output)))], status, run.WasSignalled);
        var fake = FakeStart.Begin(call, behavior, Time, Forget);
        lock (_gate)
        {
            if (!fake.HasEnded)
            {
                _running.Add(fake);
            }
        }

        return fake;
    }

    public void Dispose()
    {
        FakeProcess[] running;
        lock (_gate)
        {
            _isDisposed = true;
            running = [.. _running];
        }

        foreach (var fake in running)
        {
            fake.Kill(Signal.SIGKILL, group: false);
        }
    }

    /// <summary>Must be called with the gate held.</summary>
    private RecordedRun Find(FakeCall call)
        => _left.Find(run => CassetteRuns.Matches(run, call)) ?? throw new NotFakedException(
            call.CommandLine,
            [.. _left.OrderByDescending(run => CassetteRuns.Likeness(run, call)).Select(static run => run.Command)],
            $"The cassette {path} has no further run of it. Record it again.");

    private void Forget(FakeProcess fake)
    {
        lock (_gate)
        {
            _running.Remove(fake);
        }
    }
}
