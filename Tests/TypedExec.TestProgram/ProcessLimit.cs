namespace TypedExec.TestProgram;

/// <summary>
/// Spawns when the user may have no more processes. Prints the codes, and what happens when that is allowed again.
/// </summary>
internal static class ProcessLimit
{
    public static async Task<int> RunAsync()
    {
        var program = new Executable("true");
        await program.ExecFile();
        _ = program.SpawnSync([]);
        var soft = Limits.Soft(Limits.Processes);
        Limits.SetSoft(Limits.Processes, 1);
        var sync = program.SpawnSync([]).Error as ExecException;
        var child = program.Spawn();
        var watched = program.Spawn([], new SpawnOptions { KillOnParentExit = true });
        Limits.SetSoft(Limits.Processes, soft);
        Console.WriteLine($"{sync?.Code} {await CodeAsync(child)} {await CodeAsync(watched)}");
        await program.ExecFile();
        Console.WriteLine($"recovered, {OwnState.Children()} children");
        return 0;
    }

    private static async Task<string?> CodeAsync(ChildProcess child)
    {
        try
        {
            await child.WaitForCloseAsync();
            return "started";
        }
        catch (ExecException exception)
        {
            return exception.Code;
        }
    }
}
