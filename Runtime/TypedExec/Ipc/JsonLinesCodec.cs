using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TypedExec.Ipc;

/// <summary>Node's default: one JSON value a line, UTF-8, ended by <c>\n</c>.</summary>
internal sealed class JsonLinesCodec : IMessageCodec
{
    private int _scanned;

    public string Mode => "json";

    public void Encode(IpcMessage message, IBufferWriter<byte> writer)
    {
        message.WriteJson(writer);
        writer.Write("\n"u8);
    }

    public bool TryDecode(ReadOnlySpan<byte> bytes, ref int consumed, out IpcMessage message)
    {
        message = default;
        var end = bytes[_scanned..].IndexOf((byte)'\n');
        if (end < 0)
        {
            // A long line comes in many pieces: each is looked through once.
            _scanned = bytes.Length;
            return false;
        }

        var line = bytes[..(_scanned + end)];
        _scanned = 0;
        consumed = line.Length + 1;
        if (line.Trim(" \r\t"u8).IsEmpty)
        {
            return false;
        }

        try
        {
            message = IpcMessage.Parse(Utf8.IsValid(line) ? line : Repaired(line));
            return true;
        }
        catch (JsonException exception)
        {
            throw new FormatException(
                $"A message is no JSON: {Encoding.UTF8.GetString(line[..Math.Min(line.Length, 1000)])}", exception);
        }
    }

    /// <summary>As Node decodes it, with U+FFFD for what is no UTF-8: JSON of .NET would fail when it is looked at.</summary>
    private static byte[] Repaired(ReadOnlySpan<byte> line) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line));

    public void Reset() => _scanned = 0;
}
