namespace Farm;

/// <summary>Where commands run.</summary>
public interface IFarm
{
    /// <summary>Does the jobs, several at a time, and gives their outcomes as they come. What was done in a run before may be given again.</summary>
    IAsyncEnumerable<Outcome> RunAsync(IReadOnlyList<Job> jobs, CancellationToken cancellationToken);
}
