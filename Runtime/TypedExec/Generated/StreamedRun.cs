using System.IO.Pipelines;

namespace TypedExec.Generated;

/// <summary>A call whose stdout is read while it runs; a reader that is slow slows the child. To dispose it stops the child.</summary>
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

    /// <summary>The child's stdout.</summary>
    public PipeReader Stdout => _pipe.Reader;

    public static StreamedRun Start(MethodCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new StreamedRun(call, cancellationToken);
    }

    /// <summary>Waits for the child's end, when its stdout has ended.</summary>
    /// <exception cref="ExecException">It could not be started, or failed.</exception>
    /// <exception cref="OperationCanceledException">It was stopped by the token.</exception>
    public Task EndAsync() => _run;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _pipe.Reader.CompleteAsync().ConfigureAwait(false);
        // Whoever leaves early has no use for how it ended.
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
