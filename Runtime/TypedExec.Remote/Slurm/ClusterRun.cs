using TypedExec.Remote.Slurm;

namespace TypedExec.Remote;

/// <summary>Represents a run of commands on a cluster, which yields their results. Store <see cref="Id"/> to resume it in another process.</summary>
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

    /// <summary>Gets the ID of the run, for <see cref="SlurmCluster.ResumeAsync"/>.</summary>
    public string Id { get; }

    /// <summary>Gets the run's own folder, which contains the output of its commands. It exists from the start of the enumeration to the end of the run.</summary>
    public string Folder { get; }

    /// <summary>Submits the commands, or resumes the run if it has started before, and yields each result as it arrives.</summary>
    /// <param name="cancellationToken">Cancels the run, like the token that the run was created with.</param>
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
