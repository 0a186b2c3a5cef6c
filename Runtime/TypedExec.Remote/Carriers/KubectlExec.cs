using TypedExec.Remote.Carrying;
using TypedExec.Remote.Failures;

namespace TypedExec.Remote;

/// <summary>Runs a command in a container of a pod, with <c>kubectl exec</c>.</summary>
/// <remarks>
/// kubectl doesn't forward signals. A small script for <c>sh</c> in the container therefore records the command's PID, and signals are sent by a
/// second <c>kubectl exec</c>. If kubectl is killed, the command is killed too. If the container has no shell, set
/// <see cref="RemoteShell"/> to false: then a stop ends only kubectl.
/// </remarks>
[Command("kubectl")]
public sealed partial class KubectlExec : ITransport
{
    /// <summary>The cluster's configuration file. Default: kubectl's own.</summary>
    [Option("--kubeconfig")]
    public string? KubeConfig { get; init; }

    /// <summary>The context in the configuration. Default: the current one.</summary>
    [Option("--context")]
    public string? Context { get; init; }

    /// <summary>The namespace. Default: the context's.</summary>
    [Option("--namespace")]
    public string? Namespace { get; init; }

    [Option("exec")]
    private bool IsExec { get; init; } = true;

    /// <summary>Whether the command reads this process's input. Default: true.</summary>
    [Option("--stdin")]
    public bool Stdin { get; init; } = true;

    /// <summary>Whether the command gets a terminal. Default: false.</summary>
    [Option("--tty")]
    public bool Tty { get; init; }

    /// <summary>The pod's container. Default: the first one, or the one that the pod declares as its default.</summary>
    [Option("--container")]
    public string? Container { get; init; }

    /// <summary>The pod, or a resource that has pods, such as <c>web-0</c> or <c>deployment/web</c>.</summary>
    [Argument(0)]
    public required string Pod { get; init; }

    /// <summary>The shell in the container that runs the script, or false if there is none. Default: <c>sh</c>.</summary>
    public Shell RemoteShell { get; init; } = "sh";

    IReadOnlyList<string> ITransport.Show(FarCommand far) => far.InDirectoryAfter([.. ToArguments(), "--"], RemoteShell);

    Supervised ITransport.Supervise(string program, FarCommand far, Supervised inner, RunToken token)
        => ExecSupervision.Supervise(this, program, [.. ToArguments(), "--"], RemoteShell, Tty, far, inner, token);

    CarrierFailure? ITransport.Explain(FailedRun run) => KubectlFailures.Find(this, run);
}
