using System.Buffers;
using System.Text.Json;
using TypedExec.Ipc;
using TypedExec.Ipc.V8;

namespace TypedExec.Fuzz;

/// <summary>
/// Processes a message from a peer: it is read, examined in every possible way, and sent back. Whatever it contains, no
/// undocumented exception escapes.
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
            // A message that was read can be sent again, unless references make it deeper than a message may be.
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

    /// <summary>Reads every string and every name, which .NET decodes only on request.</summary>
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
