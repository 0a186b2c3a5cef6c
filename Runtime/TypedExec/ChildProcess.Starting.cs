using TypedExec.Children;
using TypedExec.Platform;
using TypedExec.Requests;
using TypedExec.Telemetry;

namespace TypedExec;

/// <content>The start of a child: its creation, its token, and the beginning of its events.</content>
public sealed partial class ChildProcess
{
    /// <summary>Starts a child, or finds out that it can't be started. Its events begin with <see cref="Watch"/>.</summary>
    internal static ChildProcess Create(StartRequest request, RunMembership run = default)
    {
        ChildTrace? trace = null;
        try
        {
            trace = ChildTrace.Start(ref request);
            var started = Backend.Current.Start(request);
            trace?.Started(started.Pid);
            return new ChildProcess(
                request, trace is { CountsBytes: true } ? new CountedChild(started, trace, request.Stdio.Count) : started, null, 0, run, trace);
        }
        catch (SpawnFailureException failure)
        {
            trace?.StartFailed(Errno.Name(failure.Errno));
            run.Slot?.Dispose();
            return new ChildProcess(request, null, SpawnErrors.From(failure, request, "spawn"), failure.Errno, run);
        }
        catch
        {
            // Not a start failure: a fake that doesn't exist, or a listener that throws.
            run.Slot?.Dispose();
            throw;
        }
    }

    /// <summary>Creates a child without trying to start it.</summary>
    internal static ChildProcess NotStarted(StartRequest request, Exception reason) => new(request, null, reason, 0, default);

    /// <summary>
    /// Stops the child when the token is canceled (Node's <c>signal</c>). Must be called before <see cref="Watch"/>.
    /// </summary>
    internal void StopOn(CancellationToken cancellationToken)
    {
        if (_lifetime is not null && cancellationToken.CanBeCanceled)
        {
            _cancellation = cancellationToken.UnsafeRegister(static (child, token) => ((ChildProcess)child!).Cancel(token), this);
        }
    }

    private void Cancel(CancellationToken cancellationToken)
    {
        // A child that has exited by itself wasn't canceled.
        if (_lifetime!.Status is null)
        {
            // Set before the signal, which may end the child immediately.
            var cancelled = new OperationCanceledException(cancellationToken);
            _cancelled = cancelled;
            _lifetime.IsCancelled = true;
            OnError(cancelled);
            _lifetime.Stop(forceKillAfter: null);
        }
    }

    /// <summary>Starts the delivery of events.</summary>
    internal ChildProcess Watch()
    {
        if (_lifetime is not null)
        {
            _spawned.Raise(EventArgs.Empty);
            _streams.StartCopies();
            _streams.StartKeeping();
            _lifetime.Watch();
            return this;
        }

        OnError(StartFailure!);
        _channel?.End();
        _exitCompletion.SetException(_queue.Gate, StartFailure!);
        _endCompletion.SetException(_queue.Gate, StartFailure!);
        _end = new ExitedEventArgs(ExitCode, null);
        RaiseClosed();
        return this;
    }
}
