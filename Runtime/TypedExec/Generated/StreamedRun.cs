using System.IO.Pipelines;

namespace TypedExec.Generated;

/// <summary>
/// A call whose stdout is read while it runs. A slow reader slows the child down, and disposing the run stops the child.
/// </summary>
internal sealed class StreamedRun : IAsyncDisposable
{
    private readonly Pipe _pipe = new(new PipeOptions(useSynchronizationContext: false));
    private readonly CancellationTokenSource _stop;
    private readonly Task<ExecResult> _run;

    private StreamedRun(MethodCall call, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var options = MethodRunner.Options(call);
        options = options with { Stdout = [Output.To(WriteAsync), .. (options.Stdout ?? []).Where(static output => output != Output.Capture)] };
        _run = call.ExecFile(options, _stop.Token).AsTask();
        _ = EndOutputAsync();
    }

    /// <summary>Gets the child's stdout.</summary>
    public PipeReader Stdout => _pipe.Reader;

    public static StreamedRun Start(MethodCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new StreamedRun(call, cancellationToken);
    }

    /// <summary>Waits until the child has exited, after its stdout has ended.</summary>
    /// <exception cref="ExecException">The child couldn't be started, or failed.</exception>
    /// <exception cref="OperationCanceledException">The token stopped the child.</exception>
    public Task EndAsync() => _run;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _pipe.Reader.CompleteAsync().ConfigureAwait(false);
        // A caller that leaves early isn't interested in how the run ended.
        await ((Task)_run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        => await _pipe.Writer.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);

    private async Task EndOutputAsync()
    {
        await ((Task)_run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _pipe.Writer.CompleteAsync().ConfigureAwait(false);
    }
}
