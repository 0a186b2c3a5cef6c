using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TypedExec.Ipc;

namespace TypedExec;

/// <summary>A message from the other side of the channel: the argument of Node's <c>message</c> event.</summary>
/// <remarks>
/// What <see cref="Value"/> and <see cref="Get{T}"/> throw for a message may leave a handler of <c>Message</c>: it is then raised
/// as <c>Error</c>, and the channel goes on. Any other exception of a handler is unhandled.
/// </remarks>
public sealed class MessageEventArgs : EventArgs
{
    private static readonly object FailureKey = new();

    private readonly IpcMessage _message;
    private readonly Lazy<JsonElement>? _json;
    private Exception? _reported;

    internal MessageEventArgs(IpcMessage message)
    {
        _message = message;
        _json = message.IsValue ? new(MakeJson) : null;
    }

    /// <summary>How many bytes it takes, decoded.</summary>
    internal long Size => _message.Size;

    /// <summary>
    /// The message as JSON. With <see cref="Serialization.Advanced"/>, what JSON lacks is given as text (dates, in ISO 8601),
    /// numbers (big integers), arrays (sets, typed arrays, maps as pairs) and null (undefined).
    /// </summary>
    /// <exception cref="FormatException">
    /// With <see cref="Serialization.Advanced"/>: the message refers to itself, or its JSON would be too large (see the page on fork).
    /// </exception>
    public JsonElement Value => _json is null ? _message.ToJson() : _json.Value;

    /// <summary>
    /// The message as .NET values, with <see cref="Serialization.Advanced"/>: null, <see cref="Undefined"/>, bool, int,
    /// double, <see cref="System.Numerics.BigInteger"/>, string, <see cref="DateTimeOffset"/>,
    /// <c>Dictionary&lt;string, object?&gt;</c> for objects, <c>List&lt;object?&gt;</c> for arrays,
    /// <c>Dictionary&lt;object, object?&gt;</c> for maps, <c>HashSet&lt;object?&gt;</c> for sets, and arrays of numbers for
    /// typed arrays. A whole number of 32 bits is an int, any other a double. In JSON mode it is <see cref="Value"/>.
    /// </summary>
    public object? Object => _message.ToObject();

    /// <summary>The message as a type, by its source-generated metadata.</summary>
    /// <param name="type">The type's metadata, as <c>AppJson.Default.JobResult</c>.</param>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="JsonException">The message does not fit the type.</exception>
    /// <exception cref="FormatException">The message has no JSON: see <see cref="Value"/>.</exception>
    public T? Get<T>(JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var json = Value;
        try
        {
            return json.Deserialize(type);
        }
        catch (JsonException exception)
        {
            _ = Failure(exception);
            throw;
        }
    }

    /// <summary>Marks an exception as the failure of reading this message.</summary>
    internal T Failure<T>(T exception)
        where T : Exception
    {
        exception.Data[FailureKey] = this;
        return exception;
    }

    /// <summary>Whether the exception is the failure of reading this message, and not one of the user's code.</summary>
    internal bool IsFailureOf(Exception exception) => exception.Data[FailureKey] == this;

    /// <summary>Reports a failure, once where several wanted the same.</summary>
    internal void Report(Exception exception, Action<Exception> failed)
    {
        if (Interlocked.Exchange(ref _reported, exception) != exception)
        {
            failed(exception);
        }
    }

    private JsonElement MakeJson()
    {
        try
        {
            return _message.ToJson();
        }
        catch (FormatException exception)
        {
            throw Failure(new FormatException(exception.Message, exception));
        }
        catch (OutOfMemoryException exception)
        {
            throw Failure(new FormatException("There is no memory for the JSON of a message.", exception));
        }
    }
}
