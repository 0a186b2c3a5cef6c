using TypedExec.Tests.Hosts;

namespace TypedExec.Remote.Tests.Support;

/// <summary>A real sshd on the loopback device, with keys made on the spot. It is this machine, so its processes can be looked for here.</summary>
public sealed class SshServer : IAsyncLifetime
{
    private readonly TempDirectory _directory = new();
    private SshDaemon? _sshd;

    /// <summary>Where nobody listens.</summary>
    public static int ClosedPort { get; } = SshDaemon.FreePort();

    public int Port { get; } = SshDaemon.FreePort();

    internal TempDirectory Directory => _directory;

    public async ValueTask InitializeAsync()
    {
        if (SshDaemon.Missing is null)
        {
            _sshd = await SshDaemon.StartAsync(_directory.Root, Port).WaitAsync(Waiting.Bound);
            await new Executable("ssh-keygen")["-q", "-t", "ed25519", "-N", "", "-f", _directory["other"]].ExecFile();
        }
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
        Assert.SkipUnless(SshDaemon.Missing is null, $"{SshDaemon.Missing} is not installed");
        return SshDaemon.Host(_directory.Root, port ?? Port, key, known, sharing, tty);
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
}
