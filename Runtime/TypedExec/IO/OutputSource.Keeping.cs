namespace TypedExec.IO;

/// <content>Keeps output that nobody reads, and decides when it does.</content>
internal sealed partial class OutputSource
{
    /// <summary>More than any pipe holds, so that the end is seen when a child with a slow reader exits.</summary>
    private const long MaxAfterExit = 2 * 1024 * 1024;

    private void StopKeeping()
    {
        _group.AssertGateIsHeld();
        _isUnread = false;
        _isWanted = false;
        if (_isCollecting && _kept!.Dropped == 0)
        {
            _isCollecting = !_pipe.StopCollecting();
            _isStopping = _isCollecting;
        }
    }

    /// <summary>Starts keeping output if nobody reads it and the child doesn't have to be blocked. Called with the gate held.</summary>
    private void KeepIfIdle()
    {
        _group.AssertGateIsHeld();
        if (IsBeingRead || _isEnded || _isClosed || _kept is { IsAtEnd: true })
        {
            return;
        }

        if (_isUnread)
        {
            Keep(_group.MaxUnread, drops: _hasChildExited || _group.IsWanted(this));
        }
        else if (_hasChildExited)
        {
            Keep(Math.Max(_group.MaxUnread, MaxAfterExit), drops: false);
        }
        else if (_isWanted || (_readers == 0 && _group.IsWanted(this)))
        {
            Keep(_group.MaxUnread, drops: false);
        }
    }

    private void Keep(long limit, bool drops)
    {
        _kept ??= new KeptOutput(OnPaused, OnKeptEnd);
        if (_kept.Keep(limit, drops) && (!_isCollecting || _isStopping))
        {
            (_isCollecting, _isStopping) = (true, false);
            _pipe.CollectTo(_kept);
        }
    }

    /// <summary>
    /// Called when the kept output has reached its limit: from here on, the child is blocked unless somebody needs it to run.
    /// </summary>
    private void OnPaused()
    {
        lock (_group.Gate)
        {
            // Checked rather than assumed, because a reader may have come and gone since the pause.
            _isStopping = _isCollecting = _isCollecting && !_pipe.StopCollecting();
            KeepIfIdle();
        }
    }

    private void OnKeptEnd()
    {
        bool deliversEnd;
        lock (_group.Gate)
        {
            _isCollecting = false;
            deliversEnd = _deliversEnd;
        }

        if (!deliversEnd)
        {
            OnEnded();
        }
    }
}
