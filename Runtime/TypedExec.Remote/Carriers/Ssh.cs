using TypedExec.Remote.Carrying;
using TypedExec.Remote.Failures;

namespace TypedExec.Remote;

/// <summary>
/// Runs a command on another host, with OpenSSH's <c>ssh</c>. Values reach the remote program byte for byte, whichever login shell the remote
/// user has.
/// </summary>
/// <remarks>
/// <para>On the remote side, a small script for <c>sh</c> starts the command in its own session and watches the connection. Signals are sent
/// to the command over the same connection. If the connection is lost, the command is ended with SIGTERM, and 5 seconds later with SIGKILL.</para>
/// <para>ssh never prompts for a password unless <see cref="BatchMode"/> is false. A host that doesn't respond is given up after
/// <see cref="ConnectTimeout"/>.</para>
/// </remarks>
[Command("ssh")]
public sealed partial class Ssh : ITransport
{
    /// <summary>The host in ssh's notation: <c>build1</c>, <c>user@build1</c>, or an alias from its configuration.</summary>
    [Argument(0, After = "--")]
    public required string Host { get; init; }

    /// <summary>The port. Default: ssh's configuration, otherwise 22.</summary>
    [Option("-p")]
    public int? Port { get; init; }

    /// <summary>The user on the remote host. Default: ssh's configuration, otherwise the local user's name.</summary>
    [Option("-l")]
    public string? User { get; init; }

    /// <summary>The private key file. Default: ssh's own keys and its agent.</summary>
    [Option("-i")]
    public string? IdentityFile { get; init; }

    /// <summary>The configuration file to use instead of <c>~/.ssh/config</c>, or <c>none</c> for none.</summary>
    [Option("-F")]
    public string? ConfigFile { get; init; }

    /// <summary>The hosts to connect through, separated by commas (<c>ProxyJump</c>).</summary>
    [Option("-J")]
    public string? Jump { get; init; }

    /// <summary>The file with the remote hosts' keys. Default: ssh's configuration, otherwise <c>~/.ssh/known_hosts</c>.</summary>
    [Option("-o UserKnownHostsFile", Separator = "=")]
    public string? KnownHostsFile { get; init; }

    /// <summary>
    /// How to treat a host whose key is unknown: <c>yes</c> rejects it, <c>accept-new</c> accepts it the first time, <c>no</c> accepts any key.
    /// Default: ssh's configuration, which prompts, or rejects it in batch mode.
    /// </summary>
    [Option("-o StrictHostKeyChecking", Separator = "=")]
    public string? StrictHostKeyChecking { get; init; }

    /// <summary>Whether ssh never prompts, for example for a password.</summary>
    /// <remarks>Default: true. Null uses ssh's configuration.</remarks>
    [Option("-o BatchMode", Separator = "=", TrueValue = "yes", FalseValue = "no")]
    public bool? BatchMode { get; init; } = true;

    /// <summary>How long the remote host may take to respond, in whole seconds.</summary>
    /// <remarks>Default: 30 seconds. Null uses ssh's configuration.</remarks>
    [Option("-o ConnectTimeout", Separator = "=")]
    public TimeSpan? ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how much silence ssh checks whether the remote host still responds, in whole seconds.</summary>
    /// <remarks>Three unanswered checks end the connection. Default: 15 seconds. Null uses ssh's configuration.</remarks>
    [Option("-o ServerAliveInterval", Separator = "=")]
    public TimeSpan? KeepAlive { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A connection that several runs share, so that only the first one has to log in.</summary>
    /// <remarks>Default: null. Each run then has its own connection, which its signals use too.</remarks>
    public SshSharing? Sharing { get; init; }

    /// <summary>Additional ssh options, by their names in <c>ssh_config</c>.</summary>
    [Option("-o")]
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the command has a terminal on the remote host.</summary>
    /// <remarks>Its stdout and stderr are then merged, and lines have the terminal's line endings. Default: false.</remarks>
    [Option("-tt")]
    public bool Tty { get; init; }

    /// <summary>
    /// The remote user's login shell, which determines how the command line is quoted: <c>fish</c>, <c>pwsh</c>, <c>cmd</c>.
    /// </summary>
    /// <remarks>
    /// Default: any shell with POSIX quoting, such as sh, bash, dash, zsh, and ksh. With PowerShell, cmd.exe, or false, no
    /// script runs on the remote side, and a stop ends only the connection.
    /// </remarks>
    public Shell RemoteShell { get; init; } = "sh";

    /// <summary>Converts a host name to a carrier: <c>Ssh host = "build1"</c>.</summary>
    /// <param name="host">The host in ssh's notation.</param>
    public static implicit operator Ssh(string host) => FromString(host);

    /// <summary>Creates a carrier from a host name.</summary>
    /// <param name="host">The host in ssh's notation.</param>
    public static Ssh FromString(string host) => new() { Host = host };

    ShellQuoting ICarrier.Quoting => ShellQuoting.Posix;

    IReadOnlyList<string> ITransport.Show(FarCommand far) => SshLine.Append(ToArguments(), SshLine.Plain(far, RemoteShell), RemoteShell);

    Supervised ITransport.Supervise(string program, FarCommand far, Supervised inner, RunToken token)
        => new SshSupervision(this, program, token).Supervise(far, inner);

    CarrierFailure? ITransport.Explain(FailedRun run) => SshFailures.Find(this, run);
}
