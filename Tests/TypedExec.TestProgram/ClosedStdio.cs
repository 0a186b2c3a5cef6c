namespace TypedExec.TestProgram;

/// <summary>Runs without stdin, stdout and stderr, and writes to a file what its children did.</summary>
internal static class ClosedStdio
{
    public static async Task<int> RunAsync(string file)
    {
        var lines = new List<string>();
        var echo = await new Executable("cat").ExecFile([], new ExecFileOptions { Input = "text" });
        lines.Add(echo.Stdout);
        lines.Add(new Executable("cat").ExecFileSync([], new ExecFileOptions { Input = "sync" }).Stdout);
        lines.Add((await new Executable("sh").ExecFile("-c", "echo out; echo err >&2; ls /proc/self/fd | wc -l")).Stdout.ReplaceLineEndings(" ").Trim());
        // While pipes of other children are open, which a fourth one must not inherit.
        await using var other = new Executable("cat").Spawn();
        var inheriting = new Executable("sh").Spawn(
            ["-c", "ls -l /proc/self/fd >&3"],
            new SpawnOptions { Stdio = [Stdio.Inherit, Stdio.Inherit, Stdio.Inherit, Stdio.Pipe] });
        using var listing = new StreamReader(inheriting.Stdio[3]!);
        lines.Add((await listing.ReadToEndAsync()).Split('\n').Count(static line => line.Contains("pipe:", StringComparison.Ordinal)) + " pipes inherited");
        await File.WriteAllLinesAsync(file + ".new", lines);
        File.Move(file + ".new", file);
        return 0;
    }
}
