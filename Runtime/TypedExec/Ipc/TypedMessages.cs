using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TypedExec.Ipc;

/// <summary>Reads messages as a specified type.</summary>
internal static class TypedMessages
{
    /// <summary>How much of a message an exception shows.</summary>
    private const int ShownLength = 1000;

    /// <summary>Reads the next message, which no other call of this method gets.</summary>
    /// <exception cref="EndOfStreamException">The channel is closed.</exception>
    /// <exception cref="FormatException">The message can't be converted to the type.</exception>
    public static async Task<T?> ReadOneAsync<T>(Inbox inbox, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(type);
        await inbox.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var reader = inbox.Read();
            var message = await reader.TakeAsync(cancellationToken).ConfigureAwait(false)
                ?? throw new EndOfStreamException("The channel is closed, so there are no more messages.");
            return Get(message, type);
        }
        finally
        {
            inbox.Turn.Release();
        }
    }

    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Inbox inbox, JsonTypeInfo<T> type, Action<Exception> failed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = inbox.Read();
        while (await reader.TakeAsync(cancellationToken).ConfigureAwait(false) is { } message)
        {
            if (TryGet(message, type, failed, out var value))
            {
                yield return value!;
            }
        }
    }

    /// <summary>Converts the message to the type. A message that can't be converted is reported with its text.</summary>
    public static bool TryGet<T>(MessageEventArgs message, JsonTypeInfo<T> type, Action<Exception> failed, out T? value)
    {
        try
        {
            value = Get(message, type);
            return true;
        }
        catch (FormatException exception) when (message.IsFailureOf(exception))
        {
            message.Report(exception, failed);
            value = default;
            return false;
        }
    }

    private static T? Get<T>(MessageEventArgs message, JsonTypeInfo<T> type)
    {
        try
        {
            return message.Get(type);
        }
        catch (JsonException exception) when (message.IsFailureOf(exception))
        {
            var text = message.Value.GetRawText();
            text = text.Length > ShownLength ? text[..ShownLength] + "…" : text;
            throw message.Failure(new FormatException($"A message can't be converted to {typeof(T).Name}: {text}", exception));
        }
    }
}
