using System.Runtime.CompilerServices;

namespace TypedExec.IO;

/// <summary>One loop over the lines of an output. Lines that it doesn't take are left for the next reader.</summary>
internal sealed class OutputLines(ChildOutput output, OutputReader reader, OutputSource source, CancellationToken callToken) : IAsyncEnumerable<string>
{
    public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => new Enumerator(output, reader, source, CancellationTokenSource.CreateLinkedTokenSource(callToken, cancellationToken));

    /// <remarks>Written by hand, so that a line that has already been read needs no asynchronous step.</remarks>
    private sealed class Enumerator(ChildOutput output, OutputReader reader, OutputSource source, CancellationTokenSource cancellation)
        : IAsyncEnumerator<string>
    {
        private bool _isReader;
        private bool _isDisposed;

        public string Current { get; private set; } = "";

        public ValueTask<bool> MoveNextAsync()
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_isReader && output.CanRead && !cancellation.IsCancellationRequested && reader.TryEnter())
            {
                try
                {
                    if (TryTakeLine())
                    {
                        return new ValueTask<bool>(true);
                    }
                }
                finally
                {
                    reader.Leave();
                }
            }

            return ReadOnAsync();
        }

        public ValueTask DisposeAsync()
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                cancellation.Dispose();
                if (_isReader)
                {
                    source.RemoveReader();
                }
            }

            return ValueTask.CompletedTask;
        }

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        private async ValueTask<bool> ReadOnAsync()
        {
            cancellation.Token.ThrowIfCancellationRequested();
            await output.EnterAsync().ConfigureAwait(false);
            try
            {
                if (!_isReader)
                {
                    _isReader = true;
                    source.AddReader();
                }

                while (!TryTakeLine())
                {
                    if (!await reader.ReadMoreAsync(cancellation.Token).ConfigureAwait(false) && reader.Unread.IsEmpty)
                    {
                        return false;
                    }
                }

                return true;
            }
            finally
            {
                reader.Leave();
            }
        }

        private bool TryTakeLine()
        {
            var ends = output.Ends;
            if (!reader.TryFindLine(ends, output.MaxLineLength, out var line))
            {
                return false;
            }

            Current = output.Encoding.GetString(line.Span);
            reader.TakeLine(ends, line);
            return true;
        }
    }
}
