namespace TypedExec.Benchmarks.Runtime.Rivals;

/// <summary>The program of the workloads as a command class with a typed method.</summary>
[Command("/bin/true")]
internal sealed partial class TrueCommand
{
    [Option("--name")] public string? Name { get; init; }

    [Run("[--name={name}]")]
    public static partial Task<string> CallAsync(string? name = null);
}

/// <summary>The generated verb of a command class, instead of an <see cref="Executable"/> with an array.</summary>
internal sealed class ClassRival : CaptureOnlyRival
{
    public override async Task CaptureAsync(string file, string[] args)
    {
        var result = await new TrueCommand().ExecFile();
        _ = (result.Stdout, result.Stderr);
    }
}

/// <summary>A method whose body is made from a template.</summary>
internal sealed class MethodRival : CaptureOnlyRival
{
    public override async Task CaptureAsync(string file, string[] args) => await TrueCommand.CallAsync();
}
