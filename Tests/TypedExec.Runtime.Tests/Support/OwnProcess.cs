namespace TypedExec.Tests.Support;

/// <summary>Runs a scenario of TypedExec.TestProgram in a process of its own.</summary>
internal static class OwnProcess
{
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "TypedExec.TestProgram");

    public static async Task<string> RunAsync(string scenario, params string[] args)
        => (await new Executable(File).ExecFile([scenario, .. args]).Soon()).Stdout.Trim();
}
