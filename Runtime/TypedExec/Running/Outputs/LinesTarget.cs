using System.Text;
using TypedExec.IO;

namespace TypedExec.Running.Outputs;

/// <summary>
/// Splits an output into lines. <c>\n</c>, <c>\r\n</c> and <c>\r</c> end a line: <c>\r</c> immediately, so that the updates of a
/// progress bar arrive as they happen, and a <c>\n</c> after it is swallowed.
/// </summary>
internal sealed class LinesTarget(Output output, Encoding encoding) : SharedTarget(output)
{
    /// <summary>
    /// How many characters a line may have. A child that writes more without a line ending would use up all memory.
    /// </summary>
    private const int MaxLineLength = ChildOutput.DefaultMaxLineLength;

    private readonly Func<string, ValueTask> _take = output.Line!;
    private readonly Decoder _decoder = encoding.GetDecoder();
    private readonly StringBuilder _line = new();
    private char[] _characters = [];
    private bool _isAfterReturn;

    protected override ValueTask TakeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => CutAsync(Decode(bytes.Span, isAtEnd: false));

    protected override async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        await CutAsync(Decode([], isAtEnd: true)).ConfigureAwait(false);
        if (_line.Length > 0)
        {
            // The last line, without a line ending.
            await _take(Take([])).ConfigureAwait(false);
        }
    }

    private ReadOnlyMemory<char> Decode(ReadOnlySpan<byte> bytes, bool isAtEnd)
    {
        var count = _decoder.GetCharCount(bytes, isAtEnd);
        if (count > _characters.Length)
        {
            _characters = new char[Math.Max(count, 4096)];
        }

        return _characters.AsMemory(0, _decoder.GetChars(bytes, _characters, isAtEnd));
    }

    private async ValueTask CutAsync(ReadOnlyMemory<char> characters)
    {
        while (!characters.IsEmpty)
        {
            if (_isAfterReturn)
            {
                _isAfterReturn = false;
                if (characters.Span[0] == '\n')
                {
                    characters = characters[1..];
                    continue;
                }
            }

            var end = characters.Span.IndexOfAny('\r', '\n');
            if (end < 0)
            {
                _line.Append(characters.Span);
                ThrowIfTooLong();
                return;
            }

            _isAfterReturn = characters.Span[end] == '\r';
            var line = Take(characters.Span[..end]);
            characters = characters[(end + 1)..];
            await _take(line).ConfigureAwait(false);
        }
    }

    private string Take(ReadOnlySpan<char> rest)
    {
        if (_line.Length == 0)
        {
            return new string(rest);
        }

        var line = _line.Append(rest).ToString();
        _line.Clear();
        return line;
    }

    private void ThrowIfTooLong()
    {
        if (_line.Length > MaxLineLength)
        {
            throw new InvalidDataException($"A line is longer than {MaxLineLength:N0} characters.");
        }
    }
}
