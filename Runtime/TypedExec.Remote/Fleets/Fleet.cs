using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace TypedExec.Remote;

/// <summary>Runs a command on many hosts.</summary>
public static class Fleet
{
    /// <summary>Runs a command on each host, several at a time, and yields each host's result as soon as it is available.</summary>
    /// <remarks>
    /// A host that fails doesn't end the others. Leaving the loop early, or canceling the token, ends the command on every host. Each enumeration of
    /// the results is a new run. Unread results delay the hosts that haven't started yet.
    /// </remarks>
    /// <param name="hosts">The hosts, which are enumerated one by one as the limit allows.</param>
    /// <param name="command">The command.</param>
    /// <param name="maxConcurrency">The number of hosts on which the command runs at once.</param>
    /// <param name="options">The options for each host. <c>Timeout</c> applies to each host separately.</param>
    /// <param name="cancellationToken">Ends the command on every host. The loop then throws <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxConcurrency"/> isn't positive.</exception>
    /// <exception cref="ArgumentException"><c>Input</c> is a stream. Other invalid options are reported when the enumeration starts.</exception>
    public static IAsyncEnumerable<FleetResult> RunAsync(
        IEnumerable<Ssh> hosts, ICommand command, int maxConcurrency = 8, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxConcurrency);
        if (options?.Input is { Stream: not null })
        {
            throw new ArgumentException("The option Input is a stream, which only one host could read: pass its bytes or its text.", nameof(options));
        }

        return RunEachAsync(hosts, command, maxConcurrency, options, cancellationToken, CancellationToken.None);
    }

    /// <summary>Runs a command on each host, by the hosts' names in ssh's configuration.</summary>
    /// <inheritdoc cref="RunAsync(IEnumerable{Ssh}, ICommand, int, ExecFileOptions?, CancellationToken)"/>
    public static IAsyncEnumerable<FleetResult> RunAsync(
        IEnumerable<string> hosts, ICommand command, int maxConcurrency = 8, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        return RunAsync(hosts.Select(Ssh.FromString), command, maxConcurrency, options, cancellationToken);
    }

    private static async IAsyncEnumerable<FleetResult> RunEachAsync(
        IEnumerable<Ssh> hosts,
        ICommand command,
        int maxConcurrency,
        ExecFileOptions? options,
        CancellationToken ofCall,
        [EnumeratorCancellation] CancellationToken ofLoop)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ofCall, ofLoop);
        var results = Channel.CreateBounded<FleetResult>(maxConcurrency);
        var run = Task.Run(async () =>
        {
            Exception? failure = null;
            try
            {
                var limit = new ParallelOptions { MaxDegreeOfParallelism = maxConcurrency, CancellationToken = stop.Token };
                await Parallel.ForEachAsync(hosts, limit, async (host, cancellationToken) =>
                    await results.Writer.WriteAsync(await RunOneAsync(host, command, options, cancellationToken).ConfigureAwait(false), cancellationToken)
                        .ConfigureAwait(false)).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                failure = exception;
            }

            results.Writer.Complete(failure);
        });
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return result;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await run.ConfigureAwait(false);
        }

        ofCall.ThrowIfCancellationRequested();
        ofLoop.ThrowIfCancellationRequested();
    }

    private static async Task<FleetResult> RunOneAsync(Ssh host, ICommand command, ExecFileOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return new FleetResult(host, await command.Via(host).ExecFile(options, cancellationToken));
        }
        catch (ExecException failure)
        {
            return new FleetResult(host, failure);
        }
    }
}
