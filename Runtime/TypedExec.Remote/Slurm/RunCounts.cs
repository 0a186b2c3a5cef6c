namespace TypedExec.Remote.Slurm;

/// <summary>Counts a run's results and reports the progress.</summary>
internal sealed class RunCounts(IProgress<ClusterProgress>? listener)
{
    private ClusterProgress _reported = new(-1, 0, 0);
    private int _completed;
    private int _failed;
    private int _running;
    private int _pending;
    private string? _reason;

    public int Total { get; set; }

    private ClusterProgress Current => new(Total, _completed, _failed, _running, _pending, _reason);

    /// <returns>The progress of the run including this result.</returns>
    public ClusterProgress Add(ClusterResult result)
    {
        _completed++;
        _failed += result.Success ? 0 : 1;
        return Current;
    }

    public void SetQueue(int running, int pending, string? reason) => (_running, _pending, _reason) = (running, pending, reason);

    /// <summary>Reports the progress if it has changed.</summary>
    public void Report()
    {
        if (listener is not null && Current != _reported)
        {
            _reported = Current;
            listener.Report(_reported);
        }
    }
}
