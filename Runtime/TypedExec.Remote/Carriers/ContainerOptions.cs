namespace TypedExec.Remote;

/// <summary>Options that the carriers of Docker and Podman have in common.</summary>
[OptionSet]
public abstract class ContainerOptions
{
    private protected ContainerOptions()
    {
    }

    /// <summary>The program: <c>docker</c>, <c>podman</c>, <c>nerdctl</c>, or the path of one. Default: <c>docker</c>.</summary>
    public string Program { get; init; } = "docker";

    /// <summary>The name of Docker's context.</summary>
    /// <remarks>Podman has none. Default: Docker's configuration.</remarks>
    [Option("--context")]
    public string? Context { get; init; }

    /// <summary>The address of Docker's daemon, such as <c>unix:///run/docker.sock</c>. Default: Docker's configuration.</summary>
    [Option("--host")]
    public string? Daemon { get; init; }
}
