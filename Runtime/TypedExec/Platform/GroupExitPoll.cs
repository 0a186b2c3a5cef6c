namespace TypedExec.Platform;

/// <summary>
/// Detects that the last process of a child's group has exited. The exit of processes that aren't children isn't reported, so
/// this polls, at first soon and then less and less often.
/// </summary>
/// <param name="hasMembers">Returns whether the group has members.</param>
/// <param name="ended">Called once on the thread pool, unless <see cref="Stop"/> was called.</param>
/// <param name="longestMilliseconds">The longest time between two polls.</param>
internal sealed class GroupExitPoll(Func<bool> hasMembers, Action ended, int longestMilliseconds)
{
    private const int FirstMilliseconds = 5;

    /// <summary>For a group that was asked to end; most of its members are about to.</summary>
    public const int WhileStopping = 160;

    /// <summary>For a group that may run for any length of time.</summary>
    public const int WhileRunning = 5_000;

    private readonly object _gate = new();
    private int _milliseconds = FirstMilliseconds;
    private Timer? _timer;
    private bool _isOver;

    public void Start()
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                _timer = new Timer(static poll => ((GroupExitPoll)poll!).Look(), this, _milliseconds, Timeout.Infinite);
            }
        }
    }

    /// <summary>Stops polling.</summary>
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
        var isLeft = hasMembers();
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            if (isLeft)
            {
                _milliseconds = Math.Min(_milliseconds * 2, longestMilliseconds);
                _timer!.Change(_milliseconds, Timeout.Infinite);
                return;
            }

            _isOver = true;
            _timer!.Dispose();
        }

        ended();
    }
}
