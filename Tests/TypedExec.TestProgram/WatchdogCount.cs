namespace TypedExec.TestProgram;

/// <summary>
/// Runs children with the option <c>KillOnParentExit</c> that end in every way. Prints the process's descriptors before and
/// after, and how many children are left right after their <c>Closed</c>.
/// </summary>
internal static class WatchdogCount
{
    private static readonly Executable Sh = new("sh");
    private static readonly SpawnOptions Options = new() { KillOnParentExit = true };

    public static async Task<int> RunAsync(int rounds)
    {
        await RoundAsync();
        var before = OwnState.Descriptors();
        var children = 0;
        for (var i = 0; i < rounds; i++)
        {
            await RoundAsync();
            children += OwnState.Children();
        }

        Console.WriteLine($"{before} {OwnState.Descriptors()} {children}");
        return 0;
    }

    private static async Task RoundAsync()
    {
        await Sh.Spawn(["-c", "exit 3"], Options).WaitForCloseAsync();
        await Sh.Spawn(["-c", "kill -9 0"], Options).WaitForCloseAsync();
        await Sh.Spawn(["-c", "kill -9 0"], Options with { KillDescendants = true }).WaitForCloseAsync();
        await using (Sh.Spawn(["-c", "sleep 300"], Options with { KillDescendants = true }))
        {
        }

        await IgnoreAsync(new Executable("/no/such").Spawn([], Options).WaitForCloseAsync());
        _ = Sh.SpawnSync(["-c", "exit 3"], new SpawnSyncOptions { KillOnParentExit = true });
        _ = new Executable("/no/such").SpawnSync([], new SpawnSyncOptions { KillOnParentExit = true });
        _ = Sh.SpawnSync(
            ["-c", "sleep 300"],
            new SpawnSyncOptions { KillOnParentExit = true, KillDescendants = true, Timeout = TimeSpan.FromMilliseconds(10) });
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
}
