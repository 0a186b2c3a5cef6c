using System.Threading.RateLimiting;
using TypedExec.Services;

namespace TypedExec.Extensions;

/// <summary>Limits the number of children with the framework's own concurrency limiter.</summary>
internal sealed class ChildSlots(int max, int queueLimit) : IChildSlots, IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = max,
        QueueLimit = queueLimit,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public IDisposable? TryTake(int count)
    {
        if (count > max)
        {
            return null;
        }

        var lease = _limiter.AttemptAcquire(count);
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        return null;
    }

    public async ValueTask<IDisposable> TakeAsync(int count, string command, CancellationToken cancellationToken)
    {
        if (count > max)
        {
            throw new ExecException($"{command} was not started: it has {count} stages, and MaxConcurrent is {max}.") { Code = "EAGAIN", Cmd = command };
        }

        var lease = await _limiter.AcquireAsync(count, cancellationToken).ConfigureAwait(false);
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        throw new ExecException(
            $"{command} was not started: {max} children are already running (MaxConcurrent), and the queue of {queueLimit} is full (QueueLimit).")
        {
            Code = "EAGAIN",
            Cmd = command,
        };
    }

    public ExecException Refusal(string command)
        => new($"{command} was not started: {max} children are already running (MaxConcurrent), and a call that returns a child immediately can't wait.")
        {
            Code = "EAGAIN",
            Cmd = command,
        };

    public void Dispose() => _limiter.Dispose();
}
