namespace TypedExec.TestProgram;

/// <summary>What the tests run in a separate process: a scenario by its name, with its arguments.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => Scenarios.RunAsync(args[0], args[1..]);
}
