using Microsoft.Win32.SafeHandles;

namespace TypedExec.Requests;

/// <summary>
/// The pipes between the stages of a pipeline. This process's copies of a pipe's ends are closed as soon as the stages on both
/// sides have theirs, so that each stage notices when its neighbor ends.
/// </summary>
/// <param name="openPipe">Opens a pipe whose ends are not inherited.</param>
internal sealed class PipeLinks(Func<(SafeFileHandle ReadEnd, SafeFileHandle WriteEnd)> openPipe) : IDisposable
{
    private SafeFileHandle? _stdin;

    /// <summary>Starts the next stage, connected to the previous one and, unless it is the last, to the next.</summary>
    public T Start<T>(StartRequest request, bool isLast, Func<StartRequest, T> start)
    {
        SafeFileHandle? nextStdin = null;
        SafeFileHandle? stdout = null;
        try
        {
            if (!isLast)
            {
                (nextStdin, stdout) = openPipe();
            }

            return start(Linked(request, stdout));
        }
        finally
        {
            stdout?.Dispose();
            _stdin?.Dispose();
            _stdin = nextStdin;
        }
    }

    public void Dispose() => _stdin?.Dispose();

    private StartRequest Linked(StartRequest request, SafeFileHandle? stdout)
    {
        var stdio = request.Stdio.ToArray();
        stdio[0] = _stdin is null ? stdio[0] : Stdio.From(_stdin);
        stdio[1] = stdout is null ? stdio[1] : Stdio.From(stdout);
        return request with { Stdio = stdio, IsStdinLinked = _stdin is not null, IsStdoutLinked = stdout is not null };
    }
}
