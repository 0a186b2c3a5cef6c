using System.Diagnostics;
using TypedExec.Requests;
using TypedExec.Services;

namespace TypedExec.Running;

/// <summary>
/// A run that waits until its service lets it start. Waiting counts toward its timeout, and cancellation removes it from the
/// queue.
/// </summary>
internal sealed class QueuedRun
{
    private readonly CancellationTokenSource _leaving = new();

    private QueuedRun(RunPlan plan, CaptureRunOptions options, IChildSlots slots, CancellationToken cancellationToken)
        => Run = StartAsync(plan, options, slots, cancellationToken);

    /// <summary>Gets the run, after it was started.</summary>
    public Task<CaptureRun> Run { get; }

    /// <summary>Gets the run for a caller that needs it now.</summary>
    /// <exception cref="InvalidOperationException">It is still waiting, or was never started.</exception>
    public CaptureRun Started => Run.IsCompletedSuccessfully ? Run.Result : throw new InvalidOperationException(
        "The command waits until the service lets it start (MaxConcurrent), so there is no child yet. Await the execution instead.");

    /// <summary>Starts a run immediately if possible, and otherwise lets it wait.</summary>
    /// <param name="plan">What to start.</param>
    /// <param name="options">What to capture, and the limits.</param>
    /// <param name="cancellationToken">Stops the run, or the waiting.</param>
    /// <param name="started">The run that was started, or null if it waits.</param>
    /// <exception cref="System.Text.EncoderFallbackException">The input can't be encoded; nothing was started.</exception>
    public static QueuedRun? Start(RunPlan plan, CaptureRunOptions options, CancellationToken cancellationToken, out CaptureRun? started)
    {
        started = null;
        if (RunService.Current?.Slots is not { } slots)
        {
            started = CaptureRun.Start(plan, options, cancellationToken);
            return null;
        }

        if (slots.TryTake(plan.Requests.Count) is { } slot)
        {
            started = CaptureRun.Start(plan, options, cancellationToken, slot);
            return null;
        }

        return new QueuedRun(plan, options, slots, cancellationToken);
    }

    /// <summary>Waits on the caller's thread for the slots of a run and takes them.</summary>
    /// <param name="plan">What to start.</param>
    /// <param name="waited">How long that took.</param>
    /// <returns>The slots, or null if there is no limit.</returns>
    /// <exception cref="ExecException">The time has passed, or too many runs are waiting.</exception>
    public static IDisposable? Wait(RunPlan plan, out TimeSpan waited)
    {
        waited = default;
        if (RunService.Current?.Slots is not { } slots)
        {
            return null;
        }

        if (slots.TryTake(plan.Requests.Count) is { } slot)
        {
            return slot;
        }

        var start = Stopwatch.GetTimestamp();
        var taken = TakeAsync(plan, slots, CancellationToken.None, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        waited = Stopwatch.GetElapsedTime(start);
        return taken;
    }

    /// <summary>Returns the rest of a time limit after waiting, or null for no limit.</summary>
    public static TimeSpan? Left(TimeSpan? timeout, TimeSpan waited)
        => timeout is not { } limit ? null : limit > waited ? limit - waited : TimeSpan.Zero;

    /// <summary>Stops waiting. A run that was started isn't affected.</summary>
    public void Leave() => _leaving.Cancel();

    private static async ValueTask<IDisposable> TakeAsync(RunPlan plan, IChildSlots slots, CancellationToken cancelled, CancellationToken leaving)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancelled, leaving);
        if (plan.Timeout is { } timeout)
        {
            end.CancelAfter(timeout);
        }

        try
        {
            return await slots.TakeAsync(plan.Requests.Count, plan.Command, end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested || leaving.IsCancellationRequested)
        {
            throw OutcomeMapper.NotStarted(plan, cancelled.IsCancellationRequested ? cancelled : leaving);
        }
        catch (OperationCanceledException)
        {
            throw OutcomeMapper.TimedOutInQueue(plan);
        }
    }

    private async Task<CaptureRun> StartAsync(RunPlan plan, CaptureRunOptions options, IChildSlots slots, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var slot = await TakeAsync(plan, slots, cancellationToken, _leaving.Token).ConfigureAwait(false);
        return CaptureRun.Start(plan, options, cancellationToken, slot, Stopwatch.GetElapsedTime(start));
    }
}
