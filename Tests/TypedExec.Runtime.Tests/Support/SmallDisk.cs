namespace TypedExec.Tests.Support;

/// <summary>A small disk in memory. A test that creates one is skipped if this user isn't allowed to mount it.</summary>
internal sealed class SmallDisk : IDisposable
{
    public const int Bytes = 64 * 1024;

    public const int Files = 3;

    private readonly TempDirectory _directory = new();

    public SmallDisk()
    {
        // The root of the disk is a file on it too.
        var limits = $"size={Bytes},nr_inodes={Files + 1}";
        var mount = new Executable("mount").SpawnSync(["-t", "tmpfs", "-o", limits, "none", _directory.Root]);
        if (mount.ExitCode != 0)
        {
            _directory.Dispose();
            Assert.Skip($"no disk can be mounted here: {mount.Stderr}");
        }
    }

    public string this[string name] => _directory[name];

    public void Dispose()
    {
        // Lazily, because a child that another test is forking at this moment may hold its files until it executes a program.
        _ = new Executable("umount").ExecFileSync(["--lazy", _directory.Root]);
        _directory.Dispose();
    }
}
