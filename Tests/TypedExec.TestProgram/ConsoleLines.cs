namespace TypedExec.TestProgram;

/// <summary>
/// Passes its console's input to a child, waits until the child has exited, and reads the console's next line itself.
/// </summary>
internal static class ConsoleLines
{
    public static async Task<int> RunAsync(string way, string script)
    {
        var input = Console.OpenStandardInput();
        var sh = new Executable("sh")["-c", script];
        var options = new ExecFileOptions { Input = input };
        await Console.Out.WriteLineAsync((way switch
        {
            "Spawn" => await OutputOfAsync(sh.Spawn(new() { Stdio = [Stdio.From(input)] })),
            "SpawnSync" => sh.SpawnSync(new() { Stdio = [Stdio.From(input)] }).Stdout,
            "ExecFile" => (await sh.ExecFile(options)).Stdout,
            "ExecFileSync" => sh.ExecFileSync(options).Stdout,
            "RunAsync" => (await sh.RunAsync(options with { Stdout = [Output.Capture] })).Stdout,
            "Run" => sh.Run(options with { Stdout = [Output.Capture] }).Stdout,
            "ReadLinesAsync" => string.Concat(await sh.ReadLinesAsync(options).ToListAsync()),
            "pipeline" => (await new Pipeline(sh, new Executable("cat")).FromStream(input).ExecFile()).Stdout,
            "pipeline with Input" => (await new Pipeline(sh, new Executable("cat")).ExecFile(options)).Stdout,
            "sync pipeline" => new Pipeline(sh, new Executable("cat")).FromStream(input).ExecFileSync().Stdout,
            "sync pipeline with Input" => new Pipeline(sh, new Executable("cat")).ExecFileSync(options).Stdout,
            "spawned pipeline" => await OutputOfAsync(new Pipeline(sh, new Executable("cat")).FromStream(input).Spawn()),
            _ => throw new ArgumentException($"No such way: {way}", nameof(way)),
        }).Trim());
        await Console.Out.WriteLineAsync(await Console.In.ReadLineAsync());
        return 0;
    }

    private static async Task<string> OutputOfAsync(ChildProcess child)
    {
        await child.WaitForExitAsync();
        return await child.Stdout!.ReadToEndAsync();
    }

    private static async Task<string> OutputOfAsync(ChildPipeline pipeline)
    {
        await pipeline.WaitForExitAsync();
        return await pipeline.Stdout!.ReadToEndAsync();
    }
}
