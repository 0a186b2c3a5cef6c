using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using TypedExec.Remote;

namespace TypedExec.Tests.Slurm;

/// <summary>
/// A cluster of one node on this machine: munged, slurmctld and slurmd with a folder, a key and ports of their own, so that several test
/// programs may have one at the same time. They end with this process, however it ends.
/// </summary>
internal sealed class SlurmDaemons : IAsyncDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly List<ChildProcess> _daemons = [];
    private readonly List<FileStream> _logs = [];

    private SlurmDaemons(string folder)
    {
        Folder = folder;
        Client = new ProcessOptions { Env = new Dictionary<string, string?> { ["SLURM_CONF"] = Configuration } };
    }

    /// <summary>The folder that "the nodes share".</summary>
    public string Shared => Path.Combine(Folder, "shared");

    /// <summary>How Slurm's programs find this cluster.</summary>
    public ProcessOptions Client { get; }

    /// <summary>The largest job array, which is small so that a test can exceed it.</summary>
    public const int MaxArraySize = 201;

    private string Folder { get; }

    private string Configuration => Path.Combine(Folder, "slurm.conf");

    private string Socket => Path.Combine(Folder, "munge", "socket");

    /// <summary>The name of a program that is not installed, or null.</summary>
    public static string? Missing
        => new[] { "sbatch", "slurmctld", "slurmd", "munged" }.FirstOrDefault(static name => Find(name) is null);

    /// <summary>Options for a run here, quick to see what happens.</summary>
    public SlurmOptions Options(int? commandsPerTask = null) => new()
    {
        Folder = Shared,
        Client = Client,
        CommandsPerTask = commandsPerTask,
        PollInterval = TimeSpan.FromMilliseconds(100),
        Cwd = "/",
    };

    /// <summary>Starts the daemons, and waits until the node takes tasks.</summary>
    public static async Task<SlurmDaemons> StartAsync()
    {
        var slurm = new SlurmDaemons(Directory.CreateTempSubdirectory("typedexec-slurm-").FullName);
        try
        {
            await slurm.StartDaemonsAsync();
            return slurm;
        }
        catch
        {
            await slurm.DisposeAsync();
            throw;
        }
    }

    /// <summary>One of Slurm's programs, asked about this cluster.</summary>
    public async Task<string> AskAsync(string program, params string[] args)
        => (await new Executable(program)[args].WithOptions(Client).ExecFile(new() { Timeout = Bound })).Stdout;

    /// <summary>Returns the user's unfinished jobs in the queue.</summary>
    public Task<string> QueueAsync() => AskAsync("squeue", "--noheader", "--me");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Configuration))
        {
            await new Executable("scancel")["--me"].WithOptions(Client).ExecFile(new() { ThrowOnFailure = false, Timeout = Bound });
        }

        foreach (var daemon in Enumerable.Reverse(_daemons))
        {
            await daemon.StopAsync();
            await daemon.DisposeAsync();
        }

        foreach (var log in _logs)
        {
            await log.DisposeAsync();
        }

        // A step's own daemon may write its last words meanwhile.
        for (var attempt = 0; Directory.Exists(Folder); attempt++)
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (IOException) when (attempt < 50)
            {
                await Task.Delay(100);
            }
        }
    }

    private async Task StartDaemonsAsync()
    {
        File.SetUnixFileMode(Folder, (UnixFileMode)0b111_101_101);
        foreach (var name in (string[])["munge", "state", "spool", "shared"])
        {
            Directory.CreateDirectory(Path.Combine(Folder, name), (UnixFileMode)0b111_101_101);
        }

        var key = Path.Combine(Folder, "munge", "key");
        await File.WriteAllBytesAsync(key, RandomNumberGenerator.GetBytes(128));
        File.SetUnixFileMode(key, (UnixFileMode)0b110_000_000);

        // munged refuses to be root; Debian's package has a user for it.
        var user = Environment.IsPrivilegedProcess ? "munge" : null;
        if (user is not null)
        {
            await new Executable("chown").ExecFile("-R", $"{user}:", Path.Combine(Folder, "munge"));
        }

        Start("munged", user, "--foreground", "--socket=" + Socket, "--key-file=" + key, "--log-file=" + InFolder("munge/log"),
            "--pid-file=" + InFolder("munge/pid"), "--seed-file=" + InFolder("munge/seed"));
        await UntilAsync(() => Task.FromResult(File.Exists(Socket)), "munged's socket");

        await File.WriteAllTextAsync(Configuration, Settings());
        Start("slurmctld", null, "-D");
        Start("slurmd", null, "-D");
        await UntilAsync(
            async () => (await new Executable("sinfo")["--noheader", "--format=%T"].WithOptions(Client).ExecFile(new() { ThrowOnFailure = false })).Stdout.Contains("idle", StringComparison.Ordinal),
            "an idle node");
    }

    private string Settings()
    {
        var host = Dns.GetHostName();
        var (controller, node) = (FreePort(), FreePort());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            ClusterName=tests
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={controller}
            SlurmdPort={node}
            SlurmUser={Environment.UserName}
            SlurmdUser={Environment.UserName}
            AuthType=auth/munge
            AuthInfo=socket={Socket}
            CredType=cred/munge
            StateSaveLocation={Folder}/state
            SlurmdSpoolDir={Folder}/spool
            SlurmctldLogFile={Folder}/slurmctld.log
            SlurmdLogFile={Folder}/slurmd.log
            SlurmctldPidFile={Folder}/slurmctld.pid
            SlurmdPidFile={Folder}/slurmd.pid
            ProctrackType=proctrack/pgid
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            MpiDefault=none
            NodeName=node1 NodeHostname={host} NodeAddr=127.0.0.1 Port={node} CPUs=32 RealMemory=2000 State=UNKNOWN
            PartitionName=main Nodes=node1 Default=YES MaxTime=INFINITE State=UP
            SlurmdParameters=config_overrides
            SchedulerParameters=sched_interval=1,sched_min_interval=0,batch_sched_delay=0,sched_max_job_start=0,default_queue_depth=1000
            MaxArraySize={MaxArraySize}
            MaxJobCount=50000
            MinJobAge=60
            ReturnToService=2

            """);
    }

    private void Start(string program, string? user, params string[] args)
    {
        var log = new FileStream(InFolder(program + ".out"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        _daemons.Add(new Executable(Find(program)!)[args].WithOptions(Client).Spawn(new SpawnOptions
        {
            Stdio = [Stdio.Ignore, Stdio.From(log), Stdio.From(log)],
            UserName = user,
            KillOnParentExit = true,
            ForceKillAfter = TimeSpan.FromSeconds(10),
        }));
        _logs.Add(log);
    }

    private async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var end = DateTime.UtcNow + Bound;
        while (!await condition())
        {
            if (DateTime.UtcNow > end || _daemons.Exists(static daemon => daemon.ExitCode is not null || daemon.SignalCode is not null))
            {
                var logs = Directory.GetFiles(Folder, "*.out").Concat(Directory.GetFiles(Folder, "*.log")).Select(static file => $"{file}:\n{File.ReadAllText(file)}");
                throw new InvalidOperationException($"Slurm did not start, there is not {what}.\n{string.Join('\n', logs)}");
            }

            await Task.Delay(50);
        }
    }

    private string InFolder(string name) => Path.Combine(Folder, name);

    /// <summary>Daemons are where a user's PATH may not lead.</summary>
    private static string? Find(string program)
        => Executable.FindPath(program) ?? new[] { "/usr/sbin", "/sbin" }.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
