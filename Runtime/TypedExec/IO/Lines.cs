using System.Text;

namespace TypedExec.IO;

/// <summary>A stream of text as its lines, cut at <c>\n</c> and <c>\r\n</c>, of any length.</summary>
internal sealed class Lines(Stream stream, Encoding encoding, CancellationToken callToken) : IAsyncEnumerable<string>
{
    public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(callToken, cancellationToken);
        return encoding is UTF8Encoding
            ? new Utf8Lines(new Utf8LineReader(stream), encoding, cancellation)
            : new CharacterLines(stream, encoding, cancellation);
    }
}
