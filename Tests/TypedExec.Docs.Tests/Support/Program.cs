using Microsoft.CodeAnalysis;

namespace TypedExec.Docs.Tests.Support;

/// <summary>Runs an example as a reader would: in its own process.</summary>
internal static class Program
{
    private static readonly Executable Dotnet = new("dotnet");

    /// <summary>Runs a compiled example and returns what it printed.</summary>
    public static async Task<string> RunAsync(Compilation compilation)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var directory = Directory.CreateTempSubdirectory("typedexec-docs-").FullName;
        try
        {
            var program = Path.Combine(directory, "Example.dll");
            var emitted = compilation.Emit(program, cancellationToken: cancellationToken);
            Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
            Copy("TypedExec.dll", "TypedExec.dll", directory);
            Copy("TypedExec.Docs.Tests.runtimeconfig.json", "Example.runtimeconfig.json", directory);
            var options = new ExecFileOptions { Cwd = directory, KillDescendants = true, Timeout = TimeSpan.FromMinutes(2) };
            return (await Dotnet.ExecFile(["exec", program], options, cancellationToken)).Stdout;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static void Copy(string file, string name, string directory)
        => File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(directory, name));
}
