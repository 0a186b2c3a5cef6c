using System.Runtime.CompilerServices;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Faults;

/// <summary>
/// The runtime's native calls fail one after the other: a library in place of libc makes them fail. The call ends with a
/// documented exception or none, and no process or descriptor is left.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class NativeCallFaultTests : IAsyncLifetime
{
    private readonly TempDirectory _directory = new();

    private string Library => _directory["libfaults.so"];

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PortableBackendAttribute.IsUsed, "not on the portable backend: it has no calls of its own");
        SkipWithout("gcc");
        _directory.OpenToEverybody();
        await new Executable("gcc").ExecFile(["-shared", "-fPIC", "-O1", "-fno-builtin", "-w", Source(), "-o", Library]).Soon();
    }

    public ValueTask DisposeAsync()
    {
        _directory.Dispose();
        return default;
    }

    [Theory]
    [InlineData("Spawn")]
    [InlineData("SpawnWithEverything")]
    [InlineData("Kill")]
    [InlineData("ExecFile")]
    [InlineData("ExecFileWithTimeout")]
    [InlineData("ExecFileSync")]
    [InlineData("SpawnSync")]
    [InlineData("Pipeline")]
    [InlineData("PipelineSync")]
    [InlineData("Fork")]
    public Task Each_call_fails_once_and_nothing_is_leaked(string kind) => FailOneByOneAsync(kind);

    [Fact]
    public Task Each_call_fails_once_and_a_child_with_other_ids_leaks_nothing()
    {
        SkipUnlessRoot();
        return FailOneByOneAsync("SpawnAs");
    }

    [Theory]
    [InlineData("AtTerminal")]
    [InlineData("AtTerminalLater")]
    public async Task Each_call_fails_once_and_a_child_at_the_parents_terminal_leaks_nothing(string kind)
    {
        await using var parent = new Executable(OwnProcess.File).Spawn(
            ["faults", Library, kind], new SpawnOptions { Terminal = new TerminalSize(Columns: 1000, Rows: 24) });
        using var reader = new StreamReader(parent.Terminal!, leaveOpen: true);

        AssertNothingLeft(await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(3)), expected: "tcsetpgrp");
    }

    /// <summary>What is created once per process is created in its first run.</summary>
    [Theory]
    [InlineData("Spawn", "epoll_create1")]
    [InlineData("ExecFileSync", "sigaction")]
    [InlineData("SpawnAs", "memfd_create")]
    public async Task Each_call_fails_in_the_first_run_and_the_next_one_works(string kind, string once)
    {
        Assert.SkipWhen(kind == "SpawnAs" && !Environment.IsPrivilegedProcess, "other ids need root");
        var failed = new List<string>();
        for (var number = 1; number == 1 || failed[^1].Length > 0; number++)
        {
            failed.Add(await RunAsync("first-fault", kind, $"{number}"));
        }

        Assert.Contains(once, failed);
        Assert.DoesNotContain(failed, static line => line.Contains(' ', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("epoll_create1", 1, "Spawn", "EPERM")]
    [InlineData("eventfd", 24, "Spawn", "EMFILE")]
    [InlineData("epoll_create1", 1, "ExecFileSync", "done")]
    [InlineData("pidfd_open", 38, "Spawn", "done")]
    [InlineData("pidfd_open", 24, "Kill", "done")]
    [InlineData("pidfd_send_signal", 1, "Kill", "done")]
    [InlineData("pidfd_send_signal", 38, "Kill", "done")]
    [InlineData("faccessat", 1, "Spawn", "done")]
    [InlineData("faccessat", 38, "ExecFileSync", "done")]
    [InlineData("posix_spawn", 11, "Spawn", "EAGAIN")]
    [InlineData("posix_spawn", 12, "ExecFile", "ENOMEM")]
    public async Task A_call_that_a_sandbox_denies_is_avoided_or_reported(string function, int errno, string kind, string outcome)
        => Assert.Equal($"{outcome}, 0 left", await RunAsync("refuse", kind, function, $"{errno}"));

    [Theory]
    [InlineData("memfd_create", 1)]
    [InlineData("memfd_create", 38)]
    public async Task Other_ids_work_without_a_memory_file(string function, int errno)
    {
        SkipUnlessRoot();

        Assert.Equal("done, 0 left", await RunAsync("refuse", "SpawnAs", function, $"{errno}"));
    }

    /// <summary>The kernel has reaped it and can't report its exit status, as before Linux 6.15.</summary>
    [Fact]
    public async Task A_child_whose_exit_status_is_lost_is_an_error_in_every_call()
        => Assert.Equal(
            "async 3 unknown\nsync 3 unknown\ncaptured 3 unknown\nasync unknown unknown ECHILD\nsync unknown unknown ECHILD\ncaptured unknown unknown ECHILD",
            await RunAsync("lost-status"));

    private async Task FailOneByOneAsync(string kind)
        => AssertNothingLeft(await RunAsync("faults", kind), expected: "posix_spawn");

    private static void AssertNothingLeft(string output, string expected)
    {
        // At a terminal, Console configures the keypad.
        var lines = output.TrimEnd().ReplaceLineEndings("\n").Replace("\u001b[?1h\u001b=", "", StringComparison.Ordinal).Split('\n');

        TestContext.Current.TestOutputHelper!.WriteLine(lines[^1]);
        Assert.Empty(lines[..^1]);
        Assert.Matches("^[1-9][0-9]+ calls failed one by one: ", lines[^1]);
        Assert.Contains($"{expected} ", lines[^1], StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        string[] all = [arguments[0], Library, .. arguments[1..]];
        return (await new Executable(OwnProcess.File).ExecFile(all).AsTask().WaitAsync(TimeSpan.FromMinutes(3))).Stdout.TrimEnd('\n');
    }

    private static string Source([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "Native", "faults.c");
}
