using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TypedExec.Ipc;

namespace TypedExec;

/// <summary>Provides a message from the other side of the channel: the argument of Node's <c>message</c> event.</summary>
/// <remarks>A handler of <c>Message</c> may let an exception of <see cref="Value"/> or <see cref="Get{T}"/> escape: it is raised
/// as <c>Error</c>, and the channel stays open. Any other exception of a handler is unhandled.</remarks>
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

    /// <summary>Gets the number of bytes that the message occupies when decoded.</summary>
    internal long Size => _message.Size;

    /// <summary>
    /// Gets the message as JSON. With <see cref="Serialization.Advanced"/>, values that JSON lacks become text (dates, in ISO
    /// 8601), numbers (big integers), arrays (sets, typed arrays, maps as pairs) and null (undefined).
    /// </summary>
    /// <exception cref="FormatException">With <see cref="Serialization.Advanced"/>: the message refers to itself, or its JSON
    /// would be too large.
    /// </exception>
    public JsonElement Value => _json is null ? _message.ToJson() : _json.Value;

    /// <summary>Gets the message as .NET values. With <see cref="Serialization.Json"/>, this is <see cref="Value"/>.</summary>
    /// <remarks>With <see cref="Serialization.Advanced"/>, the value is null, <see cref="Undefined"/>, bool, int, double,
    /// <see cref="System.Numerics.BigInteger"/>, string, <see cref="DateTimeOffset"/>, <c>Dictionary&lt;string, object?&gt;</c>
    /// for objects, <c>List&lt;object?&gt;</c> for arrays, <c>Dictionary&lt;object, object?&gt;</c> for maps,
    /// <c>HashSet&lt;object?&gt;</c> for sets, or an array of numbers for typed arrays. A whole number that fits in 32 bits is an
    /// int, any other number a double.</remarks>
    public object? Object => _message.ToObject();

    /// <summary>Converts the message to the specified type, using its source-generated metadata.</summary>
    /// <param name="type">The type's metadata, such as <c>AppJson.Default.JobResult</c>.</param>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="JsonException">The message can't be converted to the type.</exception>
    /// <exception cref="FormatException">The message can't be expressed as JSON; see <see cref="Value"/>.</exception>
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

    /// <summary>Marks an exception as a failure to read this message.</summary>
    internal T Failure<T>(T exception)
        where T : Exception
    {
        exception.Data[FailureKey] = this;
        return exception;
    }

    /// <summary>Returns whether the exception is a failure to read this message, rather than one of the user's code.</summary>
    internal bool IsFailureOf(Exception exception) => exception.Data[FailureKey] == this;

    /// <summary>Reports a failure once, even if several readers wanted the same value.</summary>
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
            throw Failure(new FormatException("There is not enough memory for the JSON of a message.", exception));
        }
    }
}
