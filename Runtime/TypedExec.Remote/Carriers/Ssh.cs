using TypedExec.Remote.Carrying;
using TypedExec.Remote.Failures;

namespace TypedExec.Remote;

/// <summary>
/// Runs a command on another host, by OpenSSH's <c>ssh</c>. Values reach the remote program byte for byte, through whichever shell the remote user
/// has.
/// </summary>
/// <remarks>
/// <para>On the remote side a small script for <c>sh</c> starts the command in its own session and watches the connection: signals are sent
/// to the command over the same connection, and a command whose connection is lost is ended by SIGTERM, and 5 seconds later by SIGKILL.</para>
/// <para>Nothing asks for a password unless <see cref="BatchMode"/> is false, and a host that does not answer is given up after
/// <see cref="ConnectTimeout"/>.</para>
/// </remarks>
[Command("ssh")]
public sealed partial class Ssh : ITransport
{
    /// <summary>The host, as ssh takes it: <c>build1</c>, <c>user@build1</c>, or an alias of its configuration.</summary>
    [Argument(0, After = "--")]
    public required string Host { get; init; }

    /// <summary>The port. Default: ssh's configuration, else 22.</summary>
    [Option("-p")]
    public int? Port { get; init; }

    /// <summary>The user on the remote host. Default: ssh's configuration, else the name of the user here.</summary>
    [Option("-l")]
    public string? User { get; init; }

    /// <summary>The file of the private key. Default: ssh's own keys and its agent.</summary>
    [Option("-i")]
    public string? IdentityFile { get; init; }

    /// <summary>The configuration file in place of <c>~/.ssh/config</c>; <c>none</c> for none.</summary>
    [Option("-F")]
    public string? ConfigFile { get; init; }

    /// <summary>Hosts to go through, separated by commas (<c>ProxyJump</c>).</summary>
    [Option("-J")]
    public string? Jump { get; init; }

    /// <summary>Where the remote hosts' keys are kept. Default: ssh's configuration, else <c>~/.ssh/known_hosts</c>.</summary>
    [Option("-o UserKnownHostsFile", Separator = "=")]
    public string? KnownHostsFile { get; init; }

    /// <summary>
    /// What becomes of a host whose key is not known: <c>yes</c> refuses, <c>accept-new</c> takes it the first time, <c>no</c> takes anything.
    /// Default: ssh's configuration, which asks, and in batch mode refuses.
    /// </summary>
    [Option("-o StrictHostKeyChecking", Separator = "=")]
    public string? StrictHostKeyChecking { get; init; }

    /// <summary>Whether ssh never asks anything, such as for a password. Default: true; null leaves it to ssh's configuration.</summary>
    [Option("-o BatchMode", Separator = "=", TrueValue = "yes", FalseValue = "no")]
    public bool? BatchMode { get; init; } = true;

    /// <summary>How long the remote host may take to answer, in whole seconds. Default: 30 seconds; null leaves it to ssh's configuration.</summary>
    [Option("-o ConnectTimeout", Separator = "=")]
    public TimeSpan? ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// After how much silence ssh asks whether the remote host is still there; three unanswered questions end the connection. In whole
    /// seconds. Default: 15 seconds; null leaves it to ssh's configuration.
    /// </summary>
    [Option("-o ServerAliveInterval", Separator = "=")]
    public TimeSpan? KeepAlive { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// A connection that runs share, so that only the first one has to log in. Default: null, each run has its own connection, which its
    /// signals use too.
    /// </summary>
    public SshSharing? Sharing { get; init; }

    /// <summary>Any other of ssh's options, by the names of <c>ssh_config</c>.</summary>
    [Option("-o")]
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether the command gets a terminal on the remote host. Its stdout and stderr are one then, and lines end as the terminal ends them.
    /// Default: false.
    /// </summary>
    [Option("-tt")]
    public bool Tty { get; init; }

    /// <summary>
    /// The remote user's login shell, for which the command line is quoted: <c>fish</c>, <c>pwsh</c>, <c>cmd</c>. Default: any that
    /// understands a POSIX shell's quotes, such as sh, bash, dash, zsh and ksh. With PowerShell and cmd.exe, and with
    /// false, there is no script on the remote side, and a stop ends the connection alone.
    /// </summary>
    public Shell RemoteShell { get; init; } = "sh";

    /// <summary>The host as a value: <c>Ssh host = "build1"</c>.</summary>
    /// <param name="host">The host, as ssh takes it.</param>
    public static implicit operator Ssh(string host) => FromString(host);

    /// <summary>The host as a value.</summary>
    /// <param name="host">The host, as ssh takes it.</param>
    public static Ssh FromString(string host) => new() { Host = host };

    ShellQuoting ICarrier.Quoting => ShellQuoting.Posix;

    IReadOnlyList<string> ITransport.Show(FarCommand far) => SshLine.Append(ToArguments(), SshLine.Plain(far, RemoteShell), RemoteShell);

    Supervised ITransport.Supervise(string program, FarCommand far, Supervised inner, RunToken token)
        => new SshSupervision(this, program, token).Supervise(far, inner);

    CarrierFailure? ITransport.Explain(FailedRun run) => SshFailures.Find(this, run);
}
