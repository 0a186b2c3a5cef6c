namespace TypedExec.Tests.Faults;

/// <summary>A program that is open for writing, which the kernel doesn't execute: <c>ETXTBSY</c>.</summary>
public sealed class BusyProgramTests
{
    private const string Script = "#!/bin/sh\necho ran\n";

    [Fact]
    public async Task A_program_that_is_still_being_written_is_retried()
    {
        using var directory = new TempDirectory();
        var path = directory.AddExecutable("program", Script);

        // On a machine with so much load that the writer was closed only after the last attempt, some 60 ms later, it starts
        // over.
        var isRun = false;
        for (var i = 0; i < 100 && !isRun; i++)
        {
            isRun = await RunsAtALaterAttemptAsync(path);
        }

        Assert.True(isRun);
    }

    [Fact]
    public async Task A_program_that_is_never_finished_writing_is_ETXTBSY()
    {
        using var directory = new TempDirectory();
        var path = directory.AddExecutable("program", Script);
        await using var writer = File.Open(path, FileMode.Open, FileAccess.Write);

        var error = await new Executable(path).ExecFile().FailureAsync();
        var sync = Assert.Throws<ExecException>(() => new Executable(path).ExecFileSync([]));

        Assert.Equal(("ETXTBSY", "ETXTBSY"), (error.Code, sync.Code));
    }

    /// <summary>
    /// Each attempt opens the file: the second one proves that the first was rejected, and then the writer closes.
    /// </summary>
    private static async Task<bool> RunsAtALaterAttemptAsync(string path)
    {
        using var writer = File.Open(path, FileMode.Open, FileAccess.Write);
        using var attempts = new OpenWatch(path);
        var run = Task.Run(() => new Executable(path).ExecFileSync([]));
        await Waiting.UntilAsync(() => attempts.Count >= 2 || run.IsCompleted, "a second attempt");
        Assert.True(attempts.Count >= 2, "It was not tried again.");
        writer.Dispose();
        try
        {
            Assert.Equal("ran\n", (await run.Soon()).Stdout);
            return true;
        }
        catch (ExecException exception)
        {
            Assert.Equal("ETXTBSY", exception.Code);
            return false;
        }
    }
}
