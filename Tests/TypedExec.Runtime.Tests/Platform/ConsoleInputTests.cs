namespace TypedExec.Tests.Platform;

/// <summary>
/// A child that was given the console's input leaves what it hasn't read to <c>Console.ReadLine</c>, in each way of running it.
/// Runs in its own process, because all tests share one console.
/// </summary>
public sealed class ConsoleInputTests
{
    public static IEnumerable<TheoryDataRow<string>> Ways =>
    [
        new("Spawn"), new("SpawnSync"), new("ExecFile"), new("ExecFileSync"), new("RunAsync"), new("Run"), new("ReadLinesAsync"),
        new("pipeline"), new("pipeline with Input"), new("sync pipeline"), new("sync pipeline with Input"), new("spawned pipeline"),
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_child_that_exits_without_reading_consumes_nothing(string way)
    {
        await using var program = new Executable(OwnProcess.File).Spawn("console-lines", way, "echo ended");

        Assert.Equal("ended", await program.Stdout!.ReadLineAsync().Soon());
        await program.Stdin!.WriteAsync("next\nlast\n"u8.ToArray());

        Assert.Equal("next", await program.Stdout.ReadLineAsync().Soon());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_child_that_reads_a_line_leaves_the_next(string way)
    {
        await using var program = new Executable(OwnProcess.File).Spawn("console-lines", way, "read line; echo child $line");

        await program.Stdin!.WriteAsync("first\nnext\n"u8.ToArray());

        Assert.Equal("child first", await program.Stdout!.ReadLineAsync().Soon());
        Assert.Equal("next", await program.Stdout.ReadLineAsync().Soon());
    }
}
