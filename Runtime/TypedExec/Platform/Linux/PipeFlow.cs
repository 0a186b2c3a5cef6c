using System.Diagnostics;

namespace TypedExec.Platform.Linux;

/// <summary>What a reader has observed of how fast its pipe is filled, and what it does for a fast writer.</summary>
internal unsafe struct PipeFlow
{
    private const int Window = 256 * 1024;
    private const int EnlargedPipe = 1024 * 1024;
    private const int WorthPausing = 64 * 1024;
    private const int PauseNanoseconds = 20_000;

    /// <summary>A window that is filled in this time arrives at 200 MB/s or more.</summary>
    private static readonly TimeSpan FastWindow = TimeSpan.FromMilliseconds(1.25);

    /// <summary>Gets whether the writer is fast.</summary>
    public bool IsFast { get; private set; }

    private long _windowStart;
    private int _windowBytes;
    private int _bytesSincePause;
    private bool _isEnlarged;

    public void OnRead(int descriptor, int count)
    {
        _bytesSincePause += count;
        _windowBytes += count;
        if (_windowBytes < Window)
        {
            return;
        }

        var now = Stopwatch.GetTimestamp();
        IsFast = Stopwatch.GetElapsedTime(_windowStart, now) < FastWindow;
        (_windowStart, _windowBytes) = (now, 0);
        if (IsFast && !_isEnlarged)
        {
            // Not granted to a socket, nor beyond the user's limit: then it stays unchanged.
            _isEnlarged = true;
            _ = LibC.Fcntl(descriptor, Constants.F_SETPIPE_SZ, EnlargedPipe);
        }
    }

    /// <summary>
    /// Lets a fast writer get ahead, so that its output is read in large pieces and neither side is woken for every small one.
    /// Blocks this thread for some hundred microseconds if it is a pool thread that isn't needed elsewhere.
    /// </summary>
    /// <returns>Whether it paused, so that there is most likely something to read.</returns>
    public bool PauseForFastWriter()
    {
        if (!IsFast || !Thread.CurrentThread.IsThreadPoolThread || ThreadPool.PendingWorkItemCount > 0)
        {
            return false;
        }

        IsFast = _bytesSincePause >= WorthPausing;
        _bytesSincePause = 0;
        if (IsFast)
        {
            var time = new TimeSpec { Nanoseconds = PauseNanoseconds };
            _ = LibC.NanoSleep(&time, null);
        }

        return IsFast;
    }
}
