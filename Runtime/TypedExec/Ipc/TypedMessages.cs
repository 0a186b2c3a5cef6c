using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TypedExec.Ipc;

/// <summary>Reads messages as a type.</summary>
internal static class TypedMessages
{
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Inbox inbox, JsonTypeInfo<T> type, Action<Exception> failed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var message in inbox.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (TryGet(message, type, failed, out var value))
            {
                yield return value!;
            }
        }
    }

    /// <summary>The message as the type; one that does not fit is reported, with its text.</summary>
    public static bool TryGet<T>(MessageEventArgs message, JsonTypeInfo<T> type, Action<Exception> failed, out T? value)
    {
        try
        {
            value = message.Get(type);
            return true;
        }
        catch (JsonException exception)
        {
            failed(new FormatException($"A message is no {typeof(T).Name}: {message.Value.GetRawText()}", exception));
            value = default;
            return false;
        }
        catch (ArgumentException exception)
        {
            failed(new FormatException($"A message is no {typeof(T).Name}, as it has no JSON: {exception.Message}", exception));
            value = default;
            return false;
        }
    }
}
