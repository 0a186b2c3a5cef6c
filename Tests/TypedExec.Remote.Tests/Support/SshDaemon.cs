using System.Net;
using System.Net.Sockets;
using TypedExec.Remote;

namespace TypedExec.Tests.Hosts;

/// <summary>A real sshd on the loopback device with keys of its own, which ends with this process.</summary>
internal sealed class SshDaemon : IAsyncDisposable
{
    private readonly ChildProcess _sshd;

    private SshDaemon(ChildProcess sshd) => _sshd = sshd;

    /// <summary>The name of a program that is not installed, or null.</summary>
    public static string? Missing
        => Program is null ? "sshd" : new[] { "ssh", "ssh-keygen" }.FirstOrDefault(static name => Executable.FindPath(name) is null);

    /// <summary>The program's path; sshd wants to be started by one.</summary>
    private static string? Program => Executable.FindPath("sshd") ?? (File.Exists("/usr/sbin/sshd") ? "/usr/sbin/sshd" : null);

    /// <summary>Starts it, and waits until it listens.</summary>
    /// <param name="folder">An empty folder for keys and configuration.</param>
    /// <param name="port">The port of 127.0.0.1.</param>
    public static async Task<SshDaemon> StartAsync(string folder, int port)
    {
        foreach (var key in (string[])["host", "user"])
        {
            await new Executable("ssh-keygen")["-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder, key)].ExecFile();
        }

        File.Copy(Path.Combine(folder, "user.pub"), Path.Combine(folder, "authorized"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "known"), $"[127.0.0.1]:{port} {await File.ReadAllTextAsync(Path.Combine(folder, "host.pub"))}");
        if (Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory("/run/sshd");
        }

        var configuration = Path.Combine(folder, "sshd_config");
        await File.WriteAllTextAsync(configuration, $"""
            Port {port}
            ListenAddress 127.0.0.1
            HostKey {Path.Combine(folder, "host")}
            AuthorizedKeysFile {Path.Combine(folder, "authorized")}
            PidFile none
            StrictModes no
            UsePAM no
            UseDNS no
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            PermitRootLogin yes
            MaxStartups 100
            MaxSessions 100
            """);
        var sshd = new Executable(Program!)["-D", "-e", "-f", configuration].Spawn(new SpawnOptions { KillOnParentExit = true });
        await sshd.Stderr!.WaitForLineAsync("Server listening");
        return new SshDaemon(sshd);
    }

    /// <summary>The carrier to it.</summary>
    /// <param name="folder">The folder of <see cref="StartAsync"/>.</param>
    /// <param name="port">The port.</param>
    /// <param name="key">The name of the key to log in with.</param>
    /// <param name="known">The file of known hosts, or null for the one that has this server.</param>
    /// <param name="sharing">How connections are shared, or null.</param>
    /// <param name="tty">Whether the command has a terminal.</param>
    public static Ssh Host(
        string folder, int port, string key = "user", string? known = null, SshSharing? sharing = null, bool tty = false) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        ConfigFile = "none",
        IdentityFile = Path.Combine(folder, key),
        KnownHostsFile = known ?? Path.Combine(folder, "known"),
        StrictHostKeyChecking = "yes",
        Sharing = sharing,
        Tty = tty,
        Options = new Dictionary<string, string> { ["IdentitiesOnly"] = "yes", ["IdentityAgent"] = "none" },
    };

    /// <summary>A port that nobody uses.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public ValueTask DisposeAsync() => _sshd.DisposeAsync();
}
