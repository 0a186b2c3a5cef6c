namespace TypedExec.TestProgram;

/// <summary>Counts the process's descriptors before and after many spawns of all kinds, including failing ones.</summary>
internal static class DescriptorCount
{
    public static async Task<int> RunAsync(int spawns)
    {
        // What is opened once, above all the loop's epoll, is opened by the first round.
        await RoundAsync(0);
        await RoundAsync(1);
        await RoundAsync(2);
        await RoundAsync(3);
        await RoundAsync(4);
        var before = Count();
        for (var i = 0; i < spawns; i++)
        {
            await RoundAsync(i);
        }

        Console.WriteLine($"{before} {Count()}");
        return 0;
    }

    private static async Task RoundAsync(int i)
    {
        switch (i % 5)
        {
            case 0:
                await new Executable("true").ExecFile();
                break;
            case 1:
                var missing = new Executable("/no/such").Spawn([], new SpawnOptions { Stdio = [Stdio.Pipe, Stdio.Pipe, Stdio.Pipe, Stdio.Pipe] });
                await IgnoreAsync(missing.WaitForCloseAsync());
                break;
            case 2:
                _ = new Executable("true").SpawnSync([], new SpawnSyncOptions { KillDescendants = true });
                break;
            case 3:
                await using (var child = new Executable("cat").Spawn([], new SpawnOptions { Stdio = [Stdio.Pipe, Stdio.Pipe, Stdio.SameAs(1), Stdio.Pipe] }))
                {
                    await child.Stdin!.WriteAsync("text"u8.ToArray());
                }

                break;
            default:
                try
                {
                    _ = new Executable("true").Spawn("with\0nul");
                }
                catch (ArgumentException)
                {
                }

                var unopened = new Executable("true").Spawn(
                    [], new SpawnOptions { Stdio = [Stdio.Pipe, Stdio.Pipe, Stdio.File("/no/such/file", FileMode.Open, FileAccess.Read)] });
                await IgnoreAsync(unopened.WaitForCloseAsync());
                break;
        }
    }

    private static async Task IgnoreAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (ExecException)
        {
        }
    }

    /// <summary>Without the assemblies that the runtime loads and keeps open when a line is first reached.</summary>
    private static int Count() => Directory.GetFileSystemEntries("/proc/self/fd")
        .Count(path => new FileInfo(path).LinkTarget?.EndsWith(".dll", StringComparison.Ordinal) != true);
}
