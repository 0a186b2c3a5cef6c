using TypedExec.Remote.Slurm;

namespace TypedExec.Remote;

/// <summary>A run of commands on a cluster. It is a loop over the results; store <see cref="Id"/> to take it up in another process.</summary>
public sealed class ClusterRun : IAsyncEnumerable<ClusterResult>
{
    private readonly IReadOnlyList<ICommand>? _commands;
    private readonly SlurmOptions _options;
    private readonly CancellationToken _cancellationToken;
    private bool _wasSubmitted;

    internal ClusterRun(string id, IReadOnlyList<ICommand>? commands, SlurmOptions options, CancellationToken cancellationToken)
    {
        Id = id;
        _commands = commands;
        _options = options;
        _cancellationToken = cancellationToken;
        Folder = Path.Combine(Path.GetFullPath(options.Folder), id);
    }

    /// <summary>The run's id, by which <see cref="SlurmCluster.ResumeAsync"/> takes it up.</summary>
    public string Id { get; }

    /// <summary>The run's own folder, with the output of its commands. It is there from the loop's begin until the run is at its end.</summary>
    public string Folder { get; }

    /// <summary>Submits the commands, or takes the run up where it has begun before, and gives the results as they come.</summary>
    /// <param name="cancellationToken">Cancels the run, as the token that was given to it does.</param>
    public async IAsyncEnumerator<ClusterResult> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Slurm has no programs for Windows: run this on a login node of the cluster.");
        }

        using var both = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken);
        var loop = new RunLoop(new RunFolder(Id, Folder), _wasSubmitted ? null : _commands, _options);
        try
        {
            await foreach (var result in loop.FollowAsync(both.Token).ConfigureAwait(false))
            {
                yield return result;
            }
        }
        finally
        {
            _wasSubmitted |= loop.WasSubmitted;
        }
    }
}
