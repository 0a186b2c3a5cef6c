using TypedExec.Remote.Carrying;
using TypedExec.Remote.Failures;

namespace TypedExec.Remote;

/// <summary>Runs a command in a new container, with <c>docker run</c> or <c>podman run</c>, and removes the container afterward.</summary>
/// <remarks>
/// Signals are sent with <c>docker kill</c>. If the client is killed, its container is killed too. The command is the container's first process,
/// which isn't ended by a signal that it doesn't handle; set <see cref="Init"/> to change that.
/// </remarks>
[Command("docker")]
public sealed partial class DockerRun : ContainerOptions, ITransport
{
    [Option("run")]
    private bool IsRun { get; init; } = true;

    /// <summary>Whether the container is removed when the command has exited. Default: true.</summary>
    [Option("--rm")]
    public bool Remove { get; init; } = true;

    /// <summary>Whether the command reads this process's input. Default: true.</summary>
    [Option("--interactive")]
    public bool Interactive { get; init; } = true;

    /// <summary>Whether the command gets a terminal. Default: false.</summary>
    [Option("--tty")]
    public bool Tty { get; init; }

    /// <summary>Whether a small init process is the container's first one, so that signals end the command. Default: false.</summary>
    [Option("--init")]
    public bool Init { get; init; }

    /// <summary>The container's name. Default: a new name for each run.</summary>
    [Option("--name")]
    public string? Name { get; init; }

    /// <summary>The user in the container, as a name or an ID, optionally with a group. Default: the image's.</summary>
    [Option("--user")]
    public string? User { get; init; }

    /// <summary>The container's network, such as <c>none</c> or <c>host</c>. Default: Docker's.</summary>
    [Option("--network")]
    public string? Network { get; init; }

    /// <summary>The entry point that runs the command, or an empty string for none. Default: the image's.</summary>
    [Option("--entrypoint")]
    public string? Entrypoint { get; init; }

    /// <summary>Directories of this machine to mount, as <c>source:target</c> or <c>source:target:ro</c>.</summary>
    [Option("--volume")]
    public IReadOnlyList<string> Volumes { get; init; } = [];

    /// <summary>Additional options, one item per argument, such as <c>--memory=1g</c>.</summary>
    [Argument(0, AllowLeadingDash = true)]
    public IReadOnlyList<string> ExtraOptions { get; init; } = [];

    /// <summary>The image to run.</summary>
    [Argument(1)]
    public required string Image { get; init; }

    string ICommand.FileName => Program;

    IReadOnlyList<string> ITransport.Show(FarCommand far) => ContainerRun.Arguments(ToArguments(), far);

    Supervised ITransport.Supervise(string program, FarCommand far, Supervised inner, RunToken token)
        => ContainerRun.Supervise(this, program, ToArguments(), far, token);

    CarrierFailure? ITransport.Explain(FailedRun run) => ContainerFailures.Find(this, $"container of {Image}", run);
}
