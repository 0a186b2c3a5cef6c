using TypedExec.Remote.Carrying;
using TypedExec.Remote.Failures;

namespace TypedExec.Remote;

/// <summary>Runs a command in a running container, with <c>docker exec</c> or <c>podman exec</c>.</summary>
/// <remarks>
/// Docker's client doesn't forward signals, and it leaves the command running when it exits. A small script for <c>sh</c> in the container
/// therefore records the command's PID, and signals are sent by a second <c>docker exec</c>. If the client is killed, the command is killed too.
/// If the container has no shell, set <see cref="RemoteShell"/> to false: then a stop ends only the client.
/// </remarks>
[Command("docker")]
public sealed partial class DockerExec : ContainerOptions, ITransport
{
    [Option("exec")]
    private bool IsExec { get; init; } = true;

    /// <summary>Whether the command reads this process's input. Default: true.</summary>
    [Option("--interactive")]
    public bool Interactive { get; init; } = true;

    /// <summary>Whether the command gets a terminal. Default: false.</summary>
    [Option("--tty")]
    public bool Tty { get; init; }

    /// <summary>The user in the container, as a name or an ID, optionally with a group. Default: the image's.</summary>
    [Option("--user")]
    public string? User { get; init; }

    /// <summary>Whether the command has all privileges. Default: false.</summary>
    [Option("--privileged")]
    public bool Privileged { get; init; }

    /// <summary>The container's name or ID.</summary>
    [Argument(0)]
    public required string Container { get; init; }

    /// <summary>The shell in the container that runs the script, or false if there is none. Default: <c>sh</c>.</summary>
    public Shell RemoteShell { get; init; } = "sh";

    string ICommand.FileName => Program;

    IReadOnlyList<string> ITransport.Show(FarCommand far) => far.After(FarCommand.WithDirectory(ToArguments(), "--workdir", far.Directory));

    Supervised ITransport.Supervise(string program, FarCommand far, Supervised inner, RunToken token)
        => ExecSupervision.Supervise(this, program, ToArguments(), RemoteShell, Tty, far, inner, token);

    CarrierFailure? ITransport.Explain(FailedRun run) => ContainerFailures.Find(this, $"container {Container}", run);
}
