using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TypedExec.Generated;

/// <summary>Runs a call and reads its stdout as it arrives.</summary>
internal static class MethodStream
{
    public static async IAsyncEnumerable<T> Items<T>(
        MethodCall call, OutputParser<T> parser, string? separator, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, cancellationToken);
        var run = StreamedRun.Start(call, both.Token);
        await using var _ = run.ConfigureAwait(false);
        var number = 0;
        await foreach (var item in Texts(call, run, separator, both.Token).ConfigureAwait(false))
        {
            if (call.TryParse(parser, item, ++number, out var value))
            {
                yield return value;
            }
        }

        await run.EndAsync().ConfigureAwait(false);
    }

    public static async IAsyncEnumerable<T> Json<T>(
        MethodCall call, JsonTypeInfo<T> type, bool allowNull, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, cancellationToken);
        var run = StreamedRun.Start(call, both.Token);
        await using var _ = run.ConfigureAwait(false);
        var source = new JsonSource(run.Stdout);
        if (await source.IsArrayAsync(both.Token).ConfigureAwait(false))
        {
            var elements = source.Elements(type, both.Token).GetAsyncEnumerator(both.Token);
            await using var __ = elements.ConfigureAwait(false);
            while (await MoveNextAsync(elements).ConfigureAwait(false))
            {
                yield return NotNull(elements.Current);
            }
        }
        else
        {
            var number = 0;
            await foreach (var line in source.Lines(both.Token).ConfigureAwait(false))
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                {
                    yield return MethodJson.Read(call, line, number, type, allowNull);
                }
            }
        }

        await run.EndAsync().ConfigureAwait(false);

        T NotNull(T? value) => value is null && !allowNull ? throw call.FormatError("an element is null", "null", null) : value!;

        async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<T?> elements)
        {
            try
            {
                return await elements.MoveNextAsync().ConfigureAwait(false);
            }
            catch (JsonException error)
            {
                if (source.HasEnded)
                {
                    // An array that breaks off is usually the trace of a failure, whose exception says more.
                    await run.EndAsync().ConfigureAwait(false);
                }

                throw call.FormatError(error.Message.TrimEnd('.'), error.Path ?? "", (int?)error.LineNumber + 1, error);
            }
        }
    }

    private static async IAsyncEnumerable<string> Texts(
        MethodCall call, StreamedRun run, string? separator, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var encoding = call.Options?.Encoding ?? CaptureOptions.DefaultEncoding;
        var source = run.Stdout.AsStream(leaveOpen: true);
        if (separator is not null)
        {
            using var items = new ItemReader(source, encoding, separator);
            await foreach (var item in items.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }

            yield break;
        }

        using var reader = new StreamReader(source, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            yield return line;
        }
    }
}
