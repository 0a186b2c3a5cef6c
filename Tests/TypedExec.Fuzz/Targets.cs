using System.Buffers;
using System.Text.Json;
using TypedExec.Ipc;
using TypedExec.Ipc.V8;

namespace TypedExec.Fuzz;

/// <summary>
/// What is done with a message that a peer sent: it is read, looked at in every way there is, and sent back. Whatever it holds, no
/// exception leaves here: only the documented ones are caught.
/// </summary>
public static class Targets
{
    /// <summary>The payload of a frame in advanced mode.</summary>
    public static void V8(ReadOnlyMemory<byte> bytes)
    {
        IpcMessage message;
        try
        {
            var reader = new V8Reader(bytes.Span);
            message = IpcMessage.FromValue(reader.ReadMessage(), bytes.Length, reader.Size);
        }
        catch (FormatException)
        {
            // The channel reports it as an Error.
            return;
        }

        Look(message);
        try
        {
            // What has been read can be sent again, unless it is nested deeper by way of references than a message may be.
            new AdvancedCodec().Encode(message, new ArrayBufferWriter<byte>());
        }
        catch (ArgumentException)
        {
        }
    }

    /// <summary>The bytes of a channel in JSON mode.</summary>
    public static void Json(ReadOnlyMemory<byte> bytes)
    {
        var codec = new JsonLinesCodec();
        while (!bytes.IsEmpty)
        {
            var consumed = 0;
            try
            {
                if (codec.TryDecode(bytes.Span, ref consumed, out var message))
                {
                    Look(message);
                    codec.Encode(message, new ArrayBufferWriter<byte>());
                    new AdvancedCodec().Encode(message, new ArrayBufferWriter<byte>());
                }
            }
            catch (FormatException)
            {
            }

            if (consumed == 0)
            {
                return;
            }

            bytes = bytes[consumed..];
        }
    }

    private static void Look(IpcMessage message)
    {
        _ = message.IsInternal;
        _ = NodeHandles.Answer(message);
        _ = NodeHandles.IsHandle(message, out _, out _);
        JsonElement json;
        try
        {
            json = message.ToJson();
        }
        catch (FormatException)
        {
            // MessageEventArgs.Value documents it.
            return;
        }

        Look(json);
    }

    /// <summary>Every text and every name, which .NET decodes only when they are asked for.</summary>
    private static void Look(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                _ = json.GetString();
                break;
            case JsonValueKind.Number:
                _ = json.TryGetDouble(out _);
                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                {
                    Look(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in json.EnumerateObject())
                {
                    _ = property.Name;
                    Look(property.Value);
                }

                break;
        }
    }
}
