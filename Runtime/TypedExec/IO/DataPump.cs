using System.Buffers;
using TypedExec.Events;

namespace TypedExec.IO;

/// <summary>
/// Reads one output and raises its <see cref="ChildOutput.Data"/> for each piece, in the child's event queue. The next
/// piece is read only when the handlers are done with this one, which is what slows a fast child down.
/// </summary>
internal sealed class DataPump(ChildOutput output, OutputSource source, EventQueue events)
{
    // Half of this, decoded, stays below the large object heap.
    private const int BufferSize = 32 * 1024;

    private readonly Lock _gate = new();
    private EventHandler<DataEventArgs>? _handlers;
    private bool _isActive;

    /// <summary>Completes when the handlers have been given all there was; at once while there were none.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    public void Add(EventHandler<DataEventArgs>? handler)
    {
        lock (_gate)
        {
            var isFirst = !_isActive && handler is not null;
            if (isFirst)
            {
                source.BeginPump();
            }

            _handlers += handler;
            if (isFirst)
            {
                _isActive = true;
                Completion = Task.Run(RunAsync);
            }
        }
    }

    public void Remove(EventHandler<DataEventArgs>? handler)
    {
        lock (_gate)
        {
            _handlers -= handler;
        }
    }

    private async Task RunAsync()
    {
        var decoder = new ChunkDecoder(output.Encoding);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int count;
            while ((count = await source.ReadForPumpAsync(buffer).ConfigureAwait(false)) > 0)
            {
                var bytes = buffer.AsMemory(0, count).ToArray();
                await RaiseAsync(new DataEventArgs(bytes, decoder.Next(bytes))).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (decoder.End() is { IsEmpty: false } rest)
        {
            await RaiseAsync(new DataEventArgs(default, rest)).ConfigureAwait(false);
        }

        source.OnPumped();
    }

    private Task RaiseAsync(DataEventArgs args) => events.DeliverAsync(() => _handlers?.Invoke(output, args));
}
