namespace TypedExec.Tests.Support;

/// <summary>Runs a scenario of TypedExec.TestProgram in its own process.</summary>
internal static class OwnProcess
{
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "TypedExec.TestProgram") + (OperatingSystem.IsWindows() ? ".exe" : "");

    /// <summary>The same as a literal of JavaScript holds it.</summary>
    public static string FileInScript { get; } = File.Replace('\\', '/');

    /// <summary>Copies the program to a place that every user can access, and returns its path there.</summary>
    public static string CopyTo(TempDirectory directory)
    {
        directory.OpenToEverybody();
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "TypedExec*"))
        {
            System.IO.File.Copy(file, directory[Path.GetFileName(file)]);
        }

        return directory["TypedExec.TestProgram"];
    }

    public static async Task<string> RunAsync(string scenario, params string[] args)
        => (await new Executable(File).ExecFile([scenario, .. args]).Soon()).Stdout.Trim();
}
