namespace Tour;

/// <summary>Node's <c>spawnSync</c>, <c>execFileSync</c> and <c>execSync</c>, which only use the calling thread.</summary>
internal static class SyncTour
{
    public static Task RunAsync(Script script)
    {
        var spawned = Node.SpawnSync(["slave.js", "1"], new() { Cwd = script.Directory, Env = script.Env });
        Console.Write($"spawnSync: status {spawned.ExitCode}, {spawned.Stdout}");

        var file = Node.ExecFileSync(["slave.js", "2"], new() { Cwd = script.Directory, Env = script.Env });
        Console.Write($"execFileSync: {file.Stdout}");

        var number = 3;
        var shell = Node.ExecSync($"slave.js {number}", new() { Cwd = script.Directory, Env = script.Env });
        Console.Write($"execSync: {shell.Stdout}");
        return Task.CompletedTask;
    }
}
