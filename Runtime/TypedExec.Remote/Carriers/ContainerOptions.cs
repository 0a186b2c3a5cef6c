namespace TypedExec.Remote;

/// <summary>What the carriers of docker and podman have in common.</summary>
[OptionSet]
public abstract class ContainerOptions
{
    private protected ContainerOptions()
    {
    }

    /// <summary>The program: <c>docker</c>, <c>podman</c>, <c>nerdctl</c>, or a path to one. Default: <c>docker</c>.</summary>
    public string Program { get; init; } = "docker";

    /// <summary>docker's context, a name. Default: docker's configuration. podman has none.</summary>
    [Option("--context")]
    public string? Context { get; init; }

    /// <summary>Where docker's daemon listens: <c>unix:///run/docker.sock</c>. Default: docker's configuration.</summary>
    [Option("--host")]
    public string? Daemon { get; init; }
}
