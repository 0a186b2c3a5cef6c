using System.Diagnostics;
using System.Threading.Tasks.Sources;

namespace TypedExec.Platform.Linux;

/// <summary>
/// The one read or write of a pipe's end that waits for the descriptor, reused from call to call. Everything here is called with
/// the end's gate held; continuations run on the thread pool.
/// </summary>
internal sealed class PendingCall(object gate) : IValueTaskSource<int>, IValueTaskSource
{
    private ManualResetValueTaskSourceCore<int> _source = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _cancellation;

    public bool IsActive { get; private set; }

    public short Begin()
    {
        AssertGateIsHeld();
        _source.Reset();
        IsActive = true;
        return _source.Version;
    }

    public void Complete(int result)
    {
        End();
        _source.SetResult(result);
    }

    public void Fail(Exception exception)
    {
        End();
        _source.SetException(exception);
    }

    /// <summary>Lets the token end the call. Must be called after <see cref="Begin"/> and without the gate.</summary>
    public void ObserveCancellation(CancellationToken cancellationToken, short version)
    {
        if (!cancellationToken.CanBeCanceled)
        {
            return;
        }

        var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((Cancellation)state!).Run(token), new Cancellation(this, version));
        lock (gate)
        {
            if (Is(version))
            {
                _cancellation = registration;
                return;
            }
        }

        registration.Unregister();
    }

    [Conditional("DEBUG")]
    private void AssertGateIsHeld() => Debug.Assert(Monitor.IsEntered(gate), "The pipe's gate guards its call.");

    private bool Is(short version) => IsActive && _source.Version == version;

    private void End()
    {
        AssertGateIsHeld();
        IsActive = false;
        // Dispose would wait for a callback that is running now and needs the gate.
        _cancellation.Unregister();
        _cancellation = default;
    }

    private sealed class Cancellation(PendingCall call, short version)
    {
        public void Run(CancellationToken token)
        {
            lock (call.Gate)
            {
                if (call.Is(version))
                {
                    call.Fail(new OperationCanceledException(token));
                }
            }
        }
    }

    private object Gate => gate;

    int IValueTaskSource<int>.GetResult(short token) => _source.GetResult(token);

    void IValueTaskSource.GetResult(short token) => _source.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _source.OnCompleted(continuation, state, token, flags);
}
