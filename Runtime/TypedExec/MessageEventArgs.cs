using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TypedExec.Ipc;

namespace TypedExec;

/// <summary>A message from the other side of the channel: the argument of Node's <c>message</c> event.</summary>
public sealed class MessageEventArgs : EventArgs
{
    private readonly IpcMessage _message;

    internal MessageEventArgs(IpcMessage message, int length)
    {
        _message = message;
        Length = length;
    }

    /// <summary>How many bytes it had on the channel.</summary>
    internal int Length { get; }

    /// <summary>
    /// The message as JSON. With <see cref="Serialization.Advanced"/>, what JSON lacks is given as text (dates, in ISO 8601),
    /// numbers (big integers), arrays (sets, typed arrays, maps as pairs) and null (undefined).
    /// </summary>
    public JsonElement Value => _message.ToJson();

    /// <summary>
    /// The message as .NET values, with <see cref="Serialization.Advanced"/>: null, <see cref="Undefined"/>, bool, int,
    /// double, <see cref="System.Numerics.BigInteger"/>, string, <see cref="DateTimeOffset"/>,
    /// <c>Dictionary&lt;string, object?&gt;</c> for objects, <c>List&lt;object?&gt;</c> for arrays,
    /// <c>Dictionary&lt;object, object?&gt;</c> for maps, <c>HashSet&lt;object?&gt;</c> for sets, and arrays of numbers for
    /// typed arrays. In JSON mode it is <see cref="Value"/>.
    /// </summary>
    public object? Object => _message.ToObject();

    /// <summary>The message as a type, by its source-generated metadata.</summary>
    /// <param name="type">The type's metadata, as <c>AppJson.Default.JobResult</c>.</param>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="JsonException">The message does not fit the type.</exception>
    public T? Get<T>(JsonTypeInfo<T> type) => Value.Deserialize(type);
}
