using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TypedExec.Ipc;

/// <summary>Node's default: one JSON value per line, in UTF-8 and ended by <c>\n</c>.</summary>
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
            // A long line arrives in many pieces; each is scanned once.
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
                $"A message isn't valid JSON: {Encoding.UTF8.GetString(line[..Math.Min(line.Length, 1000)])}", exception);
        }
    }

    /// <summary>Decodes as Node does, with U+FFFD for invalid UTF-8. .NET's JSON would fail when it is read.</summary>
    private static byte[] Repaired(ReadOnlySpan<byte> line) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line));

    public void Reset() => _scanned = 0;
}
