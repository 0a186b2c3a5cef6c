namespace TypedExec.TestProgram;

/// <summary>
/// Runs pipelines that end in every way. Prints the process's descriptors before and after, and how many children are left.
/// </summary>
internal static class PipelineCount
{
    private static readonly Pipeline Short = new Command("echo", "x") | new Command("cat") | new Command("cat");
    private static readonly Pipeline Endless = new Command("yes") | new Command("cat") | new Command("wc");
    private static readonly Pipeline Missing = new Command("yes") | new Command("/no/such") | new Command("cat");

    public static async Task<int> RunAsync(int rounds)
    {
        await RoundAsync();
        var before = OwnState.Descriptors();
        for (var i = 0; i < rounds; i++)
        {
            await RoundAsync();
        }

        Console.WriteLine($"{before} {OwnState.Descriptors()} {OwnState.Children()}");
        return 0;
    }

    private static async Task RoundAsync()
    {
        var limit = new ExecFileOptions { Timeout = TimeSpan.FromMilliseconds(20) };
        await Short.ExecFile();
        _ = Short.ExecFileSync();
        await IgnoreAsync(() => Missing.ExecFile().AsTask());
        await IgnoreAsync(() => Task.FromResult(Missing.ExecFileSync()));
        await IgnoreAsync(() => Missing.Spawn().WaitForCloseAsync());
        await IgnoreAsync(() => Endless.ExecFile(limit).AsTask());
        await IgnoreAsync(() => Task.FromResult(Endless.ExecFileSync(limit)));
        await IgnoreAsync(() => Short.ToFile("/no/such/file").ExecFile().AsTask());
        await IgnoreAsync(() => Task.FromResult(Short.FromFile("/no/such/file").ExecFileSync()));
        await foreach (var _ in new Pipeline(new Command("yes"), new Command("cat")).ReadLinesAsync())
        {
            break;
        }

        await using var spawned = Endless.Spawn();
    }

    private static async Task IgnoreAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (ExecException)
        {
        }
    }

    private sealed class Command(string file, params string[] arguments) : ICommand
    {
        string ICommand.FileName => file;

        public IReadOnlyList<string> ToArguments() => arguments;
    }
}
