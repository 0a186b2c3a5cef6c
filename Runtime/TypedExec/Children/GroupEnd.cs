using TypedExec.Platform;

namespace TypedExec.Children;

/// <summary>
/// Finds out that the last of a killed group has ended. Nothing tells of the end of processes that are no children, so it is
/// looked for, soon and then ever more seldom: most are about to end, some ignore the signal.
/// </summary>
/// <param name="started">The child, not released yet.</param>
/// <param name="ended">Called once, on another thread, unless <see cref="Stop"/> was.</param>
internal sealed class GroupEnd(StartedChild started, Action ended)
{
    private const int FirstMilliseconds = 5;
    private const int LastMilliseconds = 160;

    private readonly Lock _gate = new();
    private int _milliseconds = FirstMilliseconds;
    private Timer? _timer;
    private bool _isOver;

    public void Begin()
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                _timer = new Timer(static watch => ((GroupEnd)watch!).Look(), this, _milliseconds, Timeout.Infinite);
            }
        }
    }

    /// <summary>Looks no more.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isOver = true;
            _timer?.Dispose();
        }
    }

    private void Look()
    {
        var hasMembers = started.HasGroupMembers;
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            if (hasMembers)
            {
                _milliseconds = Math.Min(_milliseconds * 2, LastMilliseconds);
                _timer!.Change(_milliseconds, Timeout.Infinite);
                return;
            }

            _isOver = true;
            _timer!.Dispose();
        }

        ended();
    }
}
