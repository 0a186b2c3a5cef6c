using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Identity;

/// <summary><c>Uid</c> and <c>Gid</c>, for real.</summary>
[Collection(AloneCollection.Name)]
public sealed class UidAndGidTests
{
    private static readonly Executable Id = new("id");

    [Fact]
    public async Task Uid_is_the_childs_user_id()
    {
        SkipUnlessRoot();
        var node = await NodeScript.RunAsync("execFile('id', ['-u'], { uid: 65534, gid: 65534 }, (e, out) => print(out))");

        var result = await Id.ExecFile(["-u"], new ExecFileOptions { Uid = 65534, Gid = 65534 }).Soon();

        Assert.Equal("65534\n", node.GetString());
        Assert.Equal("65534\n", result.Stdout);
    }

    [Fact]
    public async Task Gid_is_the_childs_group_id()
    {
        SkipUnlessRoot();

        Assert.Equal("65533\n", (await Id.ExecFile(["-g"], new ExecFileOptions { Gid = 65533 }).Soon()).Stdout);
        Assert.Equal("0\n", (await Id.ExecFile(["-u"], new ExecFileOptions { Gid = 65533 }).Soon()).Stdout);
    }

    [Fact]
    public async Task The_childs_supplementary_groups_are_none()
    {
        SkipUnlessRoot();
        var options = new ExecFileOptions { Uid = 65534, Gid = 65533 };

        Assert.Equal("65533\n", (await Id.ExecFile(["-G"], options).Soon()).Stdout);
        Assert.Equal("Groups:\n", (await ExecScript("grep Groups: /proc/self/status | tr -d ' \\t'", options).Soon()).Stdout);
    }

    [Fact]
    public async Task Real_effective_and_saved_ids_all_change()
    {
        SkipUnlessRoot();

        var status = (await Cat.ExecFile(["/proc/self/status"], new ExecFileOptions { Uid = 65534, Gid = 65533 }).Soon()).Stdout;

        Assert.Equal("65534\t65534\t65534\t65534", Processes.StatusLine(status, "Uid"));
        Assert.Equal("65533\t65533\t65533\t65533", Processes.StatusLine(status, "Gid"));
        Assert.Equal("0000000000000000", Processes.StatusLine(status, "CapEff"));
    }

    [Fact]
    public void Ids_work_in_a_sync_call()
    {
        SkipUnlessRoot();

        var result = Id.SpawnSync(["-u"], new SpawnSyncOptions { Uid = 65534, Gid = 65534 });

        Assert.Equal("65534\n", result.Stdout);
    }

    [Fact]
    public async Task No_thread_of_the_parent_ever_has_the_childs_ids()
    {
        SkipUnlessRoot();
        var before = IdsOf("/proc/thread-self");
        var others = new List<string>();
        var isOver = false;
        var watch = Task.Factory.StartNew(
            () =>
            {
                do
                {
                    others.AddRange(OwnIds().Where(ids => ids != before));
                }
                while (!Volatile.Read(ref isOver));
            },
            TaskCreationOptions.LongRunning);

        for (var i = 0; i < 50; i++)
        {
            await Id.ExecFile([], new ExecFileOptions { Uid = 65534, Gid = 65533 }).Soon();
        }

        Volatile.Write(ref isOver, true);
        await watch;
        Assert.Empty(others);
    }

    [Fact]
    public async Task The_parent_keeps_its_dumpable_flag()
    {
        SkipUnlessRoot();
        var before = Dumpable();

        await Id.ExecFile([], new ExecFileOptions { Uid = 65534 }).Soon();
        await Assert.ThrowsAsync<ExecException>(() => NoSuch.ExecFile([], new ExecFileOptions { Uid = 65534 }).Soon());

        Assert.Equal(1, before);
        Assert.Equal(before, Dumpable());
    }

    [Fact]
    public async Task A_program_that_is_missing_is_ENOENT_with_ids_too()
    {
        SkipUnlessRoot();

        var events = await EventLog.OfAsync(NoSuch.Spawn([], new SpawnOptions { Uid = 65534 }));

        Assert.Equal(["error ENOENT -2 spawn /no/such /no/such []", "close -2 null"], events);
    }

    [Fact]
    public async Task A_file_that_the_other_user_cannot_execute_is_EACCES()
    {
        SkipUnlessRoot();
        using var directory = new TempDirectory();
        var file = directory.AddExecutable("own", "#!/bin/sh\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var error = await new Executable(file).ExecFile([], new ExecFileOptions { Uid = 65534 }).FailureAsync();

        Assert.Equal("EACCES", error.Code);
    }

    [Theory]
    [InlineData("uid")]
    [InlineData("gid")]
    public async Task Without_the_privilege_the_error_is_EPERM(string option)
    {
        SkipUnlessRoot();
        using var directory = new TempDirectory();

        var output = (await new Executable(OwnProcess.CopyTo(directory))
            .ExecFile(["spawn-as", option, "0"], new ExecFileOptions { Uid = 65534, Gid = 65534 }).Soon()).Stdout;

        Assert.Equal("error EPERM -1\nclose -1\n", output);
    }

    [Fact]
    public async Task An_unprivileged_parent_gets_EPERM()
    {
        SkipIfRoot();

        var events = await EventLog.OfAsync(True.Spawn([], new SpawnOptions { Uid = 0 }));

        Assert.Equal(["error EPERM -1 spawn true true []", "close -1 null"], events);
    }

    /// <summary>Returns the IDs of every thread; a thread that ends meanwhile has none.</summary>
    private static List<string> OwnIds()
    {
        var all = new List<string>();
        foreach (var thread in Directory.GetDirectories("/proc/self/task"))
        {
            try
            {
                all.Add(IdsOf(thread));
            }
            catch (IOException)
            {
            }
        }

        return all;
    }

    private static string IdsOf(string thread)
    {
        var status = File.ReadAllText($"{thread}/status");
        return $"{Processes.StatusLine(status, "Uid")} {Processes.StatusLine(status, "Gid")} {Processes.StatusLine(status, "Groups")}";
    }

    private static int Dumpable() => NativeCalls.ProcessControl(NativeCalls.PR_GET_DUMPABLE, 0, 0, 0, 0);
}
