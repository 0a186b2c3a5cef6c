namespace TypedExec.Remote.Tests.Support;

/// <summary>A podman of the tests' own: its storage, an image of busybox, and one container that runs.</summary>
public sealed class Podman : IAsyncLifetime
{
    public const string Image = "localhost/typedexec-tests:1";
    public const string Container = "typedexec-tests";

    private static readonly string[] Programs = ["podman", "runc", "busybox", "tar"];
    private static readonly string[] Applets = ["sh", "sleep", "printf", "cat", "env", "kill", "setsid", "pwd", "id", "true", "false"];

    private readonly TempDirectory _directory = new();
    private string? _failure;

    /// <summary>podman with that storage, as a program that the carriers can be given.</summary>
    public string Program => _directory["podman"];

    public async ValueTask InitializeAsync()
    {
        if (!Environment.IsPrivilegedProcess || Array.Exists(Programs, static program => Executable.FindPath(program) is null))
        {
            return;
        }

        // No network, and limits that a container without CAP_SYS_RESOURCE can have.
        _directory.Add("containers.conf", """
            [containers]
            default_ulimits=["nofile=20000:20000","nproc=30000:30000"]
            netns="none"
            [engine]
            runtime="runc"
            cgroup_manager="cgroupfs"
            events_logger="file"
            """);
        _directory.Add("storage.conf", $"""
            [storage]
            driver="vfs"
            runroot="{_directory["run"]}"
            graphroot="{_directory["graph"]}"
            """);
        _directory.AddExecutable("podman", $"""
            #!/bin/sh
            export CONTAINERS_CONF={_directory["containers.conf"]} CONTAINERS_STORAGE_CONF={_directory["storage.conf"]}
            exec {Executable.FindPath("podman")} "$@"
            """);
        var root = _directory["root"];
        foreach (var name in (string[])["bin", "tmp", "etc"])
        {
            Directory.CreateDirectory(Path.Combine(root, name));
        }

        File.Copy(Executable.FindPath("busybox")!, Path.Combine(root, "bin", "busybox"));
        foreach (var applet in Applets)
        {
            File.CreateSymbolicLink(Path.Combine(root, "bin", applet), "busybox");
        }

        File.WriteAllText(Path.Combine(root, "etc", "passwd"), "root:x:0:0:root:/:/bin/sh\n");
        try
        {
            await new Executable("tar")["-C", root, "-c", "-f", _directory["image.tar"], "."].ExecFile();
            await new Executable(Program)["import", _directory["image.tar"], Image].ExecFile();
            await new Executable(Program)["run", "--detach", "--name", Container, Image, "sleep", "100000"].ExecFile();
        }
        catch (ExecException failure)
        {
            // Kernels differ in what a container may do within another one.
            _failure = failure.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Program))
        {
            await new Executable(Program)["rm", "--all", "--force", "--time", "0"].ExecFile(new() { ThrowOnFailure = false });
        }

        _directory.Dispose();
    }

    /// <summary>The carrier to the container that runs.</summary>
    public DockerExec Exec(string container = Container, bool hasShell = true)
    {
        SkipWithout();
        return new DockerExec { Program = Program, Container = container, RemoteShell = hasShell ? "sh" : false };
    }

    /// <summary>The carrier to a new container.</summary>
    public DockerRun Run(string image = Image, bool init = false)
    {
        SkipWithout();
        return new DockerRun { Program = Program, Image = image, Init = init, ExtraOptions = ["--pull=never"] };
    }

    private void SkipWithout()
    {
        Installed.SkipWithout(Programs);
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "containers of the tests need root");
        Assert.SkipWhen(_failure is not null, $"this machine runs no container: {_failure}");
    }
}
