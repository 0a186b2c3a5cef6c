using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TypedExec.Generated;

/// <summary>Reads output that is one array, or one value per line. Its first character determines which.</summary>
internal sealed class JsonSource(PipeReader output)
{
    private readonly PipeReader _reader = output;

    /// <summary>Gets whether all of it was read.</summary>
    public bool HasEnded => _reader.TryRead(out var result) && result.IsCompleted;

    public async ValueTask<bool> IsArrayAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var first = First(result.Buffer);
            // Nothing is taken, so the next reader begins with the same bytes.
            _reader.AdvanceTo(result.Buffer.Start, first is null ? result.Buffer.End : result.Buffer.Start);
            if (first is not null || result.IsCompleted)
            {
                return first == '[';
            }
        }
    }

    public IAsyncEnumerable<T?> Elements<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken)
        => JsonSerializer.DeserializeAsyncEnumerable(_reader, type, cancellationToken);

    public async IAsyncEnumerable<string> Lines([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var rest = result.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                yield return Encoding.UTF8.GetString(rest.Slice(0, end));
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            if (result.IsCompleted)
            {
                if (!rest.IsEmpty)
                {
                    yield return Encoding.UTF8.GetString(rest);
                }

                yield break;
            }

            _reader.AdvanceTo(rest.Start, rest.End);
        }
    }

    /// <summary>Returns the first byte that isn't a blank or part of a byte order mark.</summary>
    private static byte? First(ReadOnlySequence<byte> bytes)
    {
        foreach (var part in bytes)
        {
            foreach (var value in part.Span)
            {
                if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF))
                {
                    return value;
                }
            }
        }

        return null;
    }
}
