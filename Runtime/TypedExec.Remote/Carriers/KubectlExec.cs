using TypedExec.Remote.Carrying;
using TypedExec.Remote.Failures;

namespace TypedExec.Remote;

/// <summary>Runs a command in a container of a pod, by <c>kubectl exec</c>.</summary>
/// <remarks>
/// kubectl passes no signals on. So a small script for <c>sh</c> in the container notes the command's pid, and signals are sent by a second
/// <c>kubectl exec</c>; a kubectl that is killed has its command killed. Where the container has no shell, set <see cref="RemoteShell"/> to
/// false: then a stop ends kubectl alone.
/// </remarks>
[Command("kubectl")]
public sealed partial class KubectlExec : ITransport
{
    /// <summary>The cluster's configuration file. Default: kubectl's own.</summary>
    [Option("--kubeconfig")]
    public string? KubeConfig { get; init; }

    /// <summary>The context of the configuration. Default: the current one.</summary>
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

    /// <summary>The container of the pod. Default: its first, or the one that it names as its default.</summary>
    [Option("--container")]
    public string? Container { get; init; }

    /// <summary>The pod, or a resource that has pods: <c>web-0</c>, <c>deployment/web</c>.</summary>
    [Argument(0)]
    public required string Pod { get; init; }

    /// <summary>The shell in the container that runs the script; false where there is none. Default: <c>sh</c>.</summary>
    public Shell RemoteShell { get; init; } = "sh";

    IReadOnlyList<string> ITransport.Show(FarCommand far) => far.InDirectoryAfter([.. ToArguments(), "--"], RemoteShell);

    Supervised ITransport.Supervise(string program, FarCommand far, Supervised inner, RunToken token)
        => ExecSupervision.Supervise(this, program, [.. ToArguments(), "--"], RemoteShell, Tty, far, inner, token);

    CarrierFailure? ITransport.Explain(FailedRun run) => KubectlFailures.Find(this, run);
}
