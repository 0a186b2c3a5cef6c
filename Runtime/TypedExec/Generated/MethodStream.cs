using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TypedExec.Generated;

/// <summary>Runs a call and reads its stdout as it comes.</summary>
internal static class MethodStream
{
    public static async IAsyncEnumerable<T> Items<T>(
        MethodCall call, OutputParser<T> parser, string? separator, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, cancellationToken);
        var run = StreamedRun.Start(call, both.Token);
        await using var _ = run.ConfigureAwait(false);
        var number = 0;
        await foreach (var item in Texts(run, separator, both.Token).ConfigureAwait(false))
        {
            if (call.TryParse(parser, item, ++number, out var value))
            {
                yield return value;
            }
        }

        await run.EndAsync(MethodRunner.Throws(call), "", both.Token).ConfigureAwait(false);
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

        await run.EndAsync(MethodRunner.Throws(call), "", both.Token).ConfigureAwait(false);

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
                    // An array that breaks off is mostly the trace of a failure, which says more.
                    await run.EndAsync(MethodRunner.Throws(call), "", both.Token).ConfigureAwait(false);
                }

                throw call.FormatError(error.Message.TrimEnd('.'), error.Path ?? "", (int?)error.LineNumber + 1, error);
            }
        }
    }

    private static IAsyncEnumerable<string> Texts(StreamedRun run, string? separator, CancellationToken cancellationToken)
        => separator is null ? run.Stdout.ReadLinesAsync(cancellationToken) : new ItemReader(run.Stdout, run.Encoding, separator).ReadAsync(cancellationToken);
}
