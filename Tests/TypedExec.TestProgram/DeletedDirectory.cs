namespace TypedExec.TestProgram;

/// <summary>Works in a directory that is then deleted, and continues to spawn.</summary>
internal static class DeletedDirectory
{
    public static async Task<int> RunAsync(string directory)
    {
        Directory.SetCurrentDirectory(directory);
        Directory.Delete(directory);
        var result = await new Executable("echo").ExecFile("still");
        var elsewhere = new Executable("pwd").ExecFileSync([], new ExecFileOptions { Cwd = "/usr", KillOnParentExit = true });
        Console.WriteLine($"{result.Stdout.Trim()} {elsewhere.Stdout.Trim()}");
        return 0;
    }
}
