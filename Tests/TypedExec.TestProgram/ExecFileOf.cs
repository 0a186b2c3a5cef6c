namespace TypedExec.TestProgram;

/// <summary>Runs a program and passes its output on.</summary>
internal static class ExecFileOf
{
    public static async Task<int> RunAsync(string[] args)
    {
        Console.Write((await new Executable(args[0]).ExecFile(args[1..])).Stdout);
        return 0;
    }
}
