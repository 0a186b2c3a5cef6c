namespace TypedExec.Platform;

/// <summary>
/// Finds out that the last of a child's group has ended. Nothing tells of the end of processes that are not children, so it
/// is looked for, soon and then ever more seldom.
/// </summary>
/// <param name="hasMembers">Whether somebody is left.</param>
/// <param name="ended">Called once, on the thread pool, unless <see cref="Stop"/> was.</param>
/// <param name="longestMilliseconds">How long it waits between two looks at the most.</param>
internal sealed class GroupExitPoll(Func<bool> hasMembers, Action ended, int longestMilliseconds)
{
    private const int FirstMilliseconds = 5;

    /// <summary>For a group that was asked to end, most of which are about to.</summary>
    public const int WhileStopping = 160;

    /// <summary>For one that runs on for as long as it likes.</summary>
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
