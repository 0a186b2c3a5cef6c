using System.Text;
using TypedExec.Events;

namespace TypedExec.Requests;

/// <summary>
/// The captured output of a failed run, as its exception shows it. It is decoded on request, on the requesting thread. The text
/// is never larger than <see cref="MaxBytes"/>, and output that the encoding rejects is still decoded.
/// </summary>
internal sealed class FailureOutput
{
    /// <summary>Gets or sets how many bytes are decoded. Tests make it small.</summary>
    public static int MaxBytes { get; set; } = 128 * 1024 * 1024;

    private const int ShownLines = 20;
    private const int ShownBytes = 16 * 1024;

    private readonly Encoding _encoding;
    private readonly IReadOnlyList<string> _secrets;
    private readonly bool _isCut;

    /// <param name="stdout">The captured stdout.</param>
    /// <param name="stderr">The captured stderr.</param>
    /// <param name="encoding">The encoding of both.</param>
    /// <param name="secrets">The values to mask in the message.</param>
    /// <param name="isCut">True if they may end within a character, which is then omitted from the text.</param>
    public FailureOutput(byte[] stdout, byte[] stderr, Encoding encoding, IReadOnlyList<string> secrets, bool isCut = false)
    {
        _isCut = isCut;
        StdoutBytes = stdout;
        StderrBytes = stderr;
        _encoding = encoding;
        _secrets = secrets;
    }

    public byte[] StdoutBytes { get; }

    public byte[] StderrBytes { get; }

    public string Stdout => field ??= Text(StdoutBytes);

    public string Stderr => field ??= Text(StderrBytes);

    /// <summary>
    /// Creates a message from what happened and the last lines of stderr, or of stdout if that is empty, with secrets masked.
    /// </summary>
    public string Describe(string head)
    {
        var lines = LastLines(StderrBytes);
        if (lines.Length == 0)
        {
            lines = LastLines(StdoutBytes);
        }

        return lines.Length == 0 ? head : $"{head}: {lines}";
    }

    /// <summary>Masks before it cuts, because a part of a secret wouldn't be found.</summary>
    private string LastLines(byte[] bytes)
    {
        var start = CharacterAt(bytes, bytes.Length - ShownBytes);
        var before = CharacterAt(bytes, start - (4 * _secrets.Select(static secret => secret.Length).DefaultIfEmpty().Max()));
        var head = Decode(bytes.AsSpan(before, start - before));
        var text = SecretTexts.MaskFrom(head.Length, head + Decode(bytes.AsSpan(start)), _secrets).Trim('\r', '\n');
        var from = text.Length;
        for (var lines = 0; lines < ShownLines && from > 0; lines++)
        {
            from = text.LastIndexOf('\n', from - 1);
            if (from < 0)
            {
                return text;
            }
        }

        return text[Math.Min(from + 1, text.Length)..];
    }

    /// <summary>Returns the start of a character of two or four bytes, or of UTF-8.</summary>
    private static int CharacterAt(byte[] bytes, int index)
    {
        index = Math.Max(0, index) & ~3;
        while (index > 0 && index < bytes.Length && (bytes[index] & 0xC0) == 0x80)
        {
            index++;
        }

        return index;
    }

    private string Text(byte[] bytes)
    {
        try
        {
            return Decode(bytes);
        }
        catch (OutOfMemoryException)
        {
            return "";
        }
    }

    private string Decode(ReadOnlySpan<byte> bytes)
    {
        LoopThread.AssertIsOther();
        try
        {
            return CutText.Decode(_encoding, bytes, _isCut);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The text of an exception must not throw because the child wrote what its encoding rejects.
            return CutText.Decode(Encoding.UTF8, bytes, _isCut);
        }
    }
}
