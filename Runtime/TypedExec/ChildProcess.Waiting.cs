using TypedExec.Events;
using TypedExec.Requests;

namespace TypedExec;

/// <content>Waiting for the end, and for the handlers of what has happened.</content>
public sealed partial class ChildProcess
{
    /// <summary>
    /// Asks the child to exit by sending <see cref="ProcessOptions.KillSignal"/>, and waits until it has exited.
    /// </summary>
    /// <remarks>
    /// Its output is still read, so that it can finish its work. If it doesn't exit in time, <see cref="Signal.SIGKILL"/> is
    /// sent.
    /// </remarks>
    /// <param name="grace">How long the child may take. The default is <see cref="ProcessOptions.ForceKillAfter"/>, which is 5
    /// seconds unless set. Use <see cref="Timeout.InfiniteTimeSpan"/> for no limit, and zero to send SIGKILL right after the
    /// signal.</param>
    /// <param name="cancellationToken">Stops waiting; the child is still being stopped.</param>
    /// <returns>The exit status of the child.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grace"/> is negative.</exception>
    /// <exception cref="ExecException">The child couldn't be started or can't be signaled (<c>EPERM</c>).</exception>
    public Task<ExitStatus> StopAsync(TimeSpan? grace = null, CancellationToken cancellationToken = default)
    {
        OptionCheck.Time(grace, nameof(grace));
        _lifetime?.Stop(grace);
        _streams.BeginWait();
        return WaitForEndAsync().WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Waits until the child has exited and the handlers of <see cref="Exited"/> have run, including those added before this call
    /// to a child that had already exited.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting; the child keeps running.</param>
    /// <exception cref="ExecException">The child couldn't be started.</exception>
    public Task<ExitStatus> WaitForExitAsync(CancellationToken cancellationToken = default)
        => _streams.WaitFor(_queue.AfterDeliveriesAsync(_exitCompletion.GetTask(_queue.Gate)), cancellationToken);

    /// <summary>
    /// Waits until the child has exited, its output has ended and the handlers of <see cref="Closed"/> have run, including those
    /// added before this call to a child that was already closed.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting; the child keeps running.</param>
    /// <exception cref="ExecException">The child couldn't be started.</exception>
    public Task<ExitStatus> WaitForCloseAsync(CancellationToken cancellationToken = default)
        => _streams.WaitFor(AfterHandlersAsync(_closeCompletion.GetTask(_queue.Gate)), cancellationToken);

    /// <summary>
    /// Stops the child if it is still running, as <see cref="StopAsync"/> does, waits until it has exited, and closes its
    /// streams. A child that can't be signaled raises <see cref="Error"/> and isn't waited for.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        _lifetime?.Stop(forceKillAfter: null);
        _channel?.Disconnect();
        _streams.CloseInputs();
        _streams.BeginWait();
        var isInHandler = _queue.IsDeliveringHere;
        await ((Task)_endCompletion.GetTask(_queue.Gate)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _streams.Feed.ConfigureAwait(false);
        _streams.Dispose();
        if (!isInHandler)
        {
            // If a handler threw, its exception must end the process before the caller continues.
            await _queue.DeliveredAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Completes when the child has exited and its output has ended, after the handlers of everything that has happened by then.
    /// Within a handler, which must not wait for itself, it completes with the exit alone.
    /// </summary>
    private async Task<ExitStatus> WaitForEndAsync()
    {
        var isInHandler = _queue.IsDeliveringHere;
        await ((Task)_endCompletion.GetTask(_queue.Gate)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!isInHandler)
        {
            // A child that can't be signaled keeps running, and may keep writing data.
            await (_endCompletion.GetTask(_queue.Gate).IsFaulted ? _queue.DeliveredAsync() : AfterHandlersAsync(_endCompletion.GetTask(_queue.Gate))).ConfigureAwait(false);
        }

        return await _endCompletion.GetTask(_queue.Gate).ConfigureAwait(false);
    }

    /// <summary>
    /// Returns the same result after the handlers of everything that has happened by now have run, including late ones. If one of
    /// them threw, that ends the process before the result is seen.
    /// </summary>
    internal Task<T> AfterHandlersAsync<T>(Task<T> result)
    {
        if (_afterData.IsIdle)
        {
            return _queue.AfterDeliveriesAsync(result);
        }

        return EventQueue.AfterAsync(AfterDataAsync(), result);
    }

    /// <summary>A separate method, because the closure would otherwise be allocated even if there is no data.</summary>
    private Task AfterDataAsync()
    {
        var mark = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _afterData.Run(() => _queue.Enqueue(mark.SetResult));
        return mark.Task;
    }
}
