using System.Text;

namespace TypedExec.Generated;

/// <summary>Reads texts between separators as they arrive.</summary>
internal sealed class ItemReader(Stream source, Encoding encoding, string separator) : IDisposable
{
    private readonly StreamReader _reader = new(source, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
    private readonly char[] _buffer = new char[4096];
    private readonly StringBuilder _rest = new();

    public async IAsyncEnumerable<string> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int count;
        while ((count = await _reader.ReadAsync(_buffer.AsMemory(), cancellationToken).ConfigureAwait(false)) > 0)
        {
            // A separator may have begun in what was read before.
            var known = Math.Max(0, _rest.Length - separator.Length + 1);
            _rest.Append(_buffer, 0, count);
            var text = _rest.ToString(known, _rest.Length - known);
            var start = -known;
            for (var search = 0; text.IndexOf(separator, search, StringComparison.Ordinal) is >= 0 and var end; search = end + separator.Length)
            {
                yield return _rest.ToString(start + known, end - start);
                start = end + separator.Length;
            }

            _rest.Remove(0, start + known);
        }

        if (_rest.Length > 0)
        {
            yield return _rest.ToString();
        }
    }

    public void Dispose() => _reader.Dispose();
}
