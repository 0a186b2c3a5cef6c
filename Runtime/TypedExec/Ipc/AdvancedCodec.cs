using System.Buffers;
using System.Buffers.Binary;
using TypedExec.Ipc.V8;

namespace TypedExec.Ipc;

/// <summary>Node's advanced mode: a 4-byte big-endian length, then V8's serialization of the value.</summary>
internal sealed class AdvancedCodec : IMessageCodec
{
    public string Mode => "advanced";

    public void Encode(IpcMessage message, IBufferWriter<byte> writer)
    {
        var payload = new V8Writer();
        payload.WriteMessage(message.ToObject());
        var bytes = payload.Written;
        BinaryPrimitives.WriteInt32BigEndian(writer.GetSpan(4), bytes.Length);
        writer.Advance(4);
        writer.Write(bytes);
    }

    public bool TryDecode(ReadOnlySpan<byte> bytes, ref int consumed, out IpcMessage message)
    {
        message = default;
        if (bytes.Length < 4)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (length > FrameReader.MaxFrame - 4)
        {
            // What comes next can't be recognized any more: consumed stays 0, which ends the channel.
            throw new FormatException($"A message announces {length} bytes, but at most {FrameReader.MaxFrame} are allowed.");
        }

        if (bytes.Length - 4 < length)
        {
            return false;
        }

        consumed = 4 + (int)length;
        var reader = new V8Reader(bytes.Slice(4, (int)length));
        var value = reader.ReadMessage();
        message = IpcMessage.FromValue(value, (int)length, reader.Size);
        return true;
    }

    public void Reset()
    {
    }
}
