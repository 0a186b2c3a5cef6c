namespace TypedExec.Benchmarks.Runtime;

/// <summary>Monitors how many threads this process has, from its own thread that exists before and after.</summary>
internal sealed class ThreadCount : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _watcher;
    private readonly int _atRest;
    private int _most;

    public ThreadCount()
    {
        _watcher = new Thread(Watch) { IsBackground = true };
        _watcher.Start();
        _atRest = _most = Now();
    }

    public int MostBeyondRest => _most - _atRest;

    public void Dispose()
    {
        _stop.Set();
        _watcher.Join();
        _stop.Dispose();
    }

    private void Watch()
    {
        while (!_stop.Wait(Interval))
        {
            _most = Math.Max(_most, Now());
        }
    }

    private static int Now() => Directory.GetDirectories("/proc/self/task").Length;
}
