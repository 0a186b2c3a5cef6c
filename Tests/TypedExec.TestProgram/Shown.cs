namespace TypedExec.TestProgram;

/// <summary>Children that have this process's stdio, or share it.</summary>
internal static class Shown
{
    private static readonly Executable Cat = new("sh", "-c", "cat; echo err >&2");

    public static async Task<int> RunAsync() => (await Cat.RunAsync()).Status.ExitCode!.Value;

    public static Task<int> RunSync() => Task.FromResult(Cat.Run().Status.ExitCode!.Value);

    public static async Task<int> TeeAsync()
    {
        var result = await new Executable("echo")["out"].ExecFile(new() { Stdout = [Output.Capture, Output.Inherit] });
        Console.WriteLine($"captured {result.StdoutBytes.Length}");
        return 0;
    }
}
