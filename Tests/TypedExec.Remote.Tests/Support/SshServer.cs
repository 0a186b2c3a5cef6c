using System.Net;
using System.Net.Sockets;

namespace TypedExec.Remote.Tests.Support;

/// <summary>A real sshd on the loopback device, with keys made on the spot. It is this machine, so its processes can be looked for here.</summary>
public sealed class SshServer : IAsyncLifetime
{
    private readonly TempDirectory _directory = new();
    private ChildProcess? _sshd;

    /// <summary>Where nobody listens.</summary>
    public static int ClosedPort { get; } = FreePort();

    public int Port { get; } = FreePort();

    internal TempDirectory Directory => _directory;

    /// <summary>The program's path; sshd wants to be started by one.</summary>
    private static string? Sshd => Executable.FindPath("sshd") ?? (File.Exists("/usr/sbin/sshd") ? "/usr/sbin/sshd" : null);

    public async ValueTask InitializeAsync()
    {
        if (Sshd is null || Executable.FindPath("ssh") is null)
        {
            return;
        }

        foreach (var key in (string[])["host", "user", "other"])
        {
            await new Executable("ssh-keygen")["-q", "-t", "ed25519", "-N", "", "-f", _directory[key]].ExecFile();
        }

        File.Copy(_directory["user.pub"], _directory["authorized"]);
        File.WriteAllText(_directory["known"], $"[127.0.0.1]:{Port} {File.ReadAllText(_directory["host.pub"])}");
        if (Environment.IsPrivilegedProcess)
        {
            System.IO.Directory.CreateDirectory("/run/sshd");
        }

        File.WriteAllText(_directory["sshd_config"], $"""
            Port {Port}
            ListenAddress 127.0.0.1
            HostKey {_directory["host"]}
            AuthorizedKeysFile {_directory["authorized"]}
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
        _sshd = new Executable(Sshd)["-D", "-e", "-f", _directory["sshd_config"]].Spawn(new SpawnOptions { KillOnParentExit = true });
        await _sshd.Stderr!.WaitForLineAsync("Server listening", Waiting.Bound);
    }

    public async ValueTask DisposeAsync()
    {
        if (_sshd is not null)
        {
            await _sshd.DisposeAsync();
        }

        _directory.Dispose();
    }

    /// <summary>The carrier to it.</summary>
    public Ssh Host(int? port = null, string key = "user", string? known = null, SshSharing? sharing = null, bool tty = false)
    {
        Assert.SkipUnless(Sshd is not null, "sshd is not installed");
        Installed.SkipWithout("ssh");
        return new Ssh
        {
            Host = "127.0.0.1",
            Port = port ?? Port,
            ConfigFile = "none",
            IdentityFile = _directory[key],
            KnownHostsFile = known ?? _directory["known"],
            StrictHostKeyChecking = "yes",
            Sharing = sharing,
            Tty = tty,
            Options = new Dictionary<string, string> { ["IdentitiesOnly"] = "yes", ["IdentityAgent"] = "none" },
        };
    }

    /// <summary>Ends the server's processes of all connections, as a machine that goes down does.</summary>
    public void CutConnections(string marker)
    {
        // The session's process is the parent of the guard; its parent is the listening one.
        foreach (var guard in Leftovers.Find(marker).Where(static process => process.CommandLine.Contains("te_watch", StringComparison.Ordinal)))
        {
            if (Leftovers.Parent(guard.Pid) is { } session && Leftovers.CommandLine(session).Contains("sshd", StringComparison.Ordinal))
            {
                new Executable("kill")["-KILL", $"{session}"].ExecFileSync();
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
