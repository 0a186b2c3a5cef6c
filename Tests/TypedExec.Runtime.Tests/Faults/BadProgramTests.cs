using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Faults;

/// <summary>Files that aren't programs, or not at the moment.</summary>
public sealed class BadProgramTests
{
    [Fact]
    public async Task A_directory_is_EACCES()
        => Assert.Equal("EACCES", (await new Executable("/usr").ExecFile().FailureAsync()).Code);

    [Fact]
    public async Task A_missing_interpreter_is_ENOENT_and_the_message_names_it_as_the_cause()
    {
        using var directory = new TempDirectory();
        var script = directory.AddExecutable("script", "#!/no/such/interpreter\n");

        var error = await new Executable(script).ExecFile().FailureAsync();
        var sync = Assert.Throws<ExecException>(() => new Executable(script).ExecFileSync([]));

        Assert.Equal(("ENOENT", "ENOENT"), (error.Code, sync.Code));
        Assert.Contains("exists, but the interpreter", error.Message);
    }

    [Fact]
    public async Task A_truncated_program_ends_as_under_Node()
    {
        using var directory = new TempDirectory();
        var path = directory["truncated"];
        _ = Sh.ExecFileSync(["-c", "head -c 3000 /bin/sleep >\"$0\"; chmod +x \"$0\"", path]);
        var node = (await NodeScript.RunAsync($"execFile('{path}', [], e => print((e.code ?? '') + ' ' + (e.signal ?? '')))")).GetString();

        var error = await new Executable(path).ExecFile().FailureAsync();

        Assert.Equal(node, $"{error.Code ?? error.ExitCode?.ToString(null, null)} {error.Signal}");
    }

    [Fact]
    public async Task A_program_that_is_constantly_replaced_is_always_one_of_the_two()
    {
        using var directory = new TempDirectory();
        var one = directory.AddExecutable("one", "#!/bin/sh\necho one\n");
        var two = directory.AddExecutable("two", "#!/bin/sh\necho two\n");
        var path = directory["program"];
        File.CreateSymbolicLink(path, one);
        using var stop = new CancellationTokenSource();
        var replacing = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                File.CreateSymbolicLink(path + ".new", i % 2 == 0 ? two : one);
                File.Move(path + ".new", path, overwrite: true);
            }
        });

        var outputs = Enumerable.Range(0, 50).Select(_ => new Executable(path).ExecFileSync([]).Stdout).ToArray();
        await stop.CancelAsync();
        await replacing;

        Assert.All(outputs, static output => Assert.Contains(output, new[] { "one\n", "two\n" }));
    }

    [Theory]
    [InlineData("/no/such:/etc/passwd:/usr/bin:/bin")]
    [InlineData("::/usr/bin:/bin")]
    [InlineData("/proc/1/root/nothing:/usr/bin:/bin")]
    public async Task PATH_entries_that_are_not_directories_are_skipped(string path)
    {
        var options = new ExecFileOptions { Env = new Dictionary<string, string?> { ["PATH"] = path }, Cwd = "/" };

        Assert.Equal("text\n", (await new Executable("echo").ExecFile(["text"], options).Soon()).Stdout);
    }

    [Fact]
    public async Task A_PATH_directory_that_cannot_be_read_is_skipped()
    {
        SkipUnlessRoot();
        using var directory = new TempDirectory();
        using var hidden = new TempDirectory();
        var program = new Executable(OwnProcess.CopyTo(directory));
        var options = new ExecFileOptions { Uid = 65534, Gid = 65534, Env = new Dictionary<string, string?> { ["PATH"] = $"{hidden.Root}:/usr/bin:/bin" } };

        Assert.Equal("text\n", (await program.ExecFile(["exec-file", "echo", "text"], options).Soon()).Stdout);
    }
}
