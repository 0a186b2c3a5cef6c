using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using TypedExec.Requests;

namespace TypedExec.Terminals;

/// <summary>Waits for a text or a pattern in a terminal's output.</summary>
internal abstract class OutputExpectation
{
    /// <summary>How much output without a match is kept: 16 MB.</summary>
    private const int MaxUnmatched = 16 * 1024 * 1024;

    /// <summary>How many characters of the output a message shows.</summary>
    private const int MaxShown = 2000;

    private readonly ArrayBufferWriter<char> _text = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private int _decoded;
    private IReadOnlyList<string> _secrets = [];

    /// <summary>Gets a description of what is awaited, for messages.</summary>
    protected abstract string Description { get; }

    public static OutputExpectation Create(string text) => new TextExpectation(text);

    public static OutputExpectation Create(Regex pattern) => new PatternExpectation(pattern);

    /// <inheritdoc cref="ChildTerminal.ExpectAsync(string, TimeSpan?, CancellationToken)"/>
    public async Task<TerminalMatch> WaitAsync(ChildOutput output, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        _secrets = output.Secrets;
        try
        {
            return await output.FindAsync<TerminalMatch>(Find, limit.Token).ConfigureAwait(false)
                ?? throw new EndOfStreamException($"The terminal's output ended without {Description}. {Shown()}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The terminal didn't show {Description} within {timeout}. {Shown()}");
        }
        catch (OperationCanceledException exception)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }

    /// <summary>Finds it in a text, which starts with the text of the last call.</summary>
    protected abstract (int Index, int Length, Match? Match)? Find(ReadOnlySpan<char> text);

    private TerminalMatch? Find(ReadOnlySpan<byte> unread, out int taken)
    {
        taken = 0;
        var added = unread[_decoded..];
        _text.Advance(_decoder.GetChars(added, _text.GetSpan(added.Length + 1), flush: false));
        _decoded = unread.Length;
        if (Find(_text.WrittenSpan) is var (index, length, match))
        {
            taken = CountBytes(unread, index + length);
            return new TerminalMatch(_text.WrittenSpan[..index].ToString(), _text.WrittenSpan.Slice(index, length).ToString(), match);
        }

        return unread.Length <= MaxUnmatched ? null : throw new InvalidOperationException(
            $"The terminal showed {MaxUnmatched} bytes without {Description}. Read some of its output first. {Shown()}");
    }

    /// <summary>Returns how many bytes the first characters consist of. A byte that isn't UTF-8 is one character.</summary>
    private static int CountBytes(ReadOnlySpan<byte> bytes, int characters)
    {
        var count = 0;
        while (characters > 0)
        {
            _ = Rune.DecodeFromUtf8(bytes[count..], out var rune, out var consumed);
            count += consumed;
            characters -= rune.Utf16SequenceLength;
        }

        return count;
    }

    private string Shown()
    {
        var text = SecretTexts.MaskOutput(PlainText.From(_text.WrittenSpan.ToString()), _secrets);
        return text.Length switch
        {
            0 => "It showed nothing.",
            > MaxShown => $"The last {MaxShown} characters that it showed:\n{text[^MaxShown..]}",
            _ => $"It showed:\n{text}",
        };
    }

    private sealed class TextExpectation(string expected) : OutputExpectation
    {
        private int _start;

        protected override string Description => $"\"{expected}\"";

        protected override (int Index, int Length, Match? Match)? Find(ReadOnlySpan<char> text)
        {
            var index = text[_start..].IndexOf(expected, StringComparison.Ordinal);
            if (index >= 0)
            {
                return (_start + index, expected.Length, null);
            }

            // The beginning of the match may have arrived already.
            _start = Math.Max(0, text.Length - expected.Length + 1);
            return null;
        }
    }

    private sealed class PatternExpectation(Regex pattern) : OutputExpectation
    {
        protected override string Description => $"a match of \"{pattern}\"";

        protected override (int Index, int Length, Match? Match)? Find(ReadOnlySpan<char> text)
        {
            // A string of all the text is created only for a match.
            foreach (var found in pattern.EnumerateMatches(text))
            {
                return (found.Index, found.Length, pattern.Match(text.ToString()));
            }

            return null;
        }
    }
}
