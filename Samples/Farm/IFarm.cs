namespace Farm;

/// <summary>Where commands run.</summary>
public interface IFarm
{
    /// <summary>Runs the jobs, several at a time, and yields their outcomes as they complete. Outcomes of an earlier run may be yielded again.</summary>
    IAsyncEnumerable<Outcome> RunAsync(IReadOnlyList<Job> jobs, CancellationToken cancellationToken);
}
