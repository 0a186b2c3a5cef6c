using TypedExec.Remote.Carrying;
using TypedExec.Remote.Failures;

namespace TypedExec.Remote;

/// <summary>Runs a command in a new container, by <c>docker run</c> or <c>podman run</c>; the container is removed afterwards.</summary>
/// <remarks>
/// Signals are sent by <c>docker kill</c>, and a client that is killed has its container killed. The command is the container's first process,
/// which does not end by a signal that it does not handle: with <see cref="Init"/> it does.
/// </remarks>
[Command("docker")]
public sealed partial class DockerRun : ContainerOptions, ITransport
{
    [Option("run")]
    private bool IsRun { get; init; } = true;

    /// <summary>Whether the container is removed when the command has ended. Default: true.</summary>
    [Option("--rm")]
    public bool Remove { get; init; } = true;

    /// <summary>Whether the command reads this process's input. Default: true.</summary>
    [Option("--interactive")]
    public bool Interactive { get; init; } = true;

    /// <summary>Whether the command gets a terminal. Default: false.</summary>
    [Option("--tty")]
    public bool Tty { get; init; }

    /// <summary>Whether a small init is the container's first process, so that signals end the command. Default: false.</summary>
    [Option("--init")]
    public bool Init { get; init; }

    /// <summary>The container's name. Default: a new name for each run.</summary>
    [Option("--name")]
    public string? Name { get; init; }

    /// <summary>The user in the container, a name or an id, also with a group. Default: the image's.</summary>
    [Option("--user")]
    public string? User { get; init; }

    /// <summary>The container's network, such as <c>none</c> or <c>host</c>. Default: docker's.</summary>
    [Option("--network")]
    public string? Network { get; init; }

    /// <summary>The program that runs the command in place of the image's; empty for none. Default: the image's.</summary>
    [Option("--entrypoint")]
    public string? Entrypoint { get; init; }

    /// <summary>Directories of this machine in the container, <c>source:target</c> or <c>source:target:ro</c>.</summary>
    [Option("--volume")]
    public IReadOnlyList<string> Volumes { get; init; } = [];

    /// <summary>Any other of its options, each an argument: <c>--memory=1g</c>.</summary>
    [Argument(0, AllowLeadingDash = true)]
    public IReadOnlyList<string> ExtraOptions { get; init; } = [];

    /// <summary>The image.</summary>
    [Argument(1)]
    public required string Image { get; init; }

    string ICommand.FileName => Program;

    IReadOnlyList<string> ITransport.Show(FarCommand far) => ContainerRun.Arguments(ToArguments(), far);

    Supervised ITransport.Supervise(string program, FarCommand far, Supervised inner, RunToken token)
        => ContainerRun.Supervise(this, program, ToArguments(), far, token);

    CarrierFailure? ITransport.Explain(FailedRun run) => ContainerFailures.Find(this, $"container of {Image}", run);
}
