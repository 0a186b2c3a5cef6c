using System.Runtime.InteropServices;

namespace TypedExec.Tests.Windows;

/// <summary>The programs that the tests run on Windows.</summary>
internal static class OnWindows
{
    public static Executable Program { get; } = new(OwnProcess.File);

    public static Executable Cmd { get; } = new("cmd.exe");

    /// <summary>Returns the arguments that a program got.</summary>
    public static string[] Arguments(string output) => output.Split('\0')[..^1];

    /// <summary>Skips what Wine's own cmd.exe doesn't support; docs/windows.md has the evidence.</summary>
    public static void SkipUnderWine(string reason)
        => Assert.SkipWhen(
            NativeLibrary.TryLoad("ntdll.dll", out var library) && NativeLibrary.TryGetExport(library, "wine_get_version", out _),
            $"Wine {reason}");

    /// <summary>Starts a scenario and returns the first line that it printed.</summary>
    public static async Task<(ChildProcess Child, string Line)> StartAsync(string[] args, SpawnOptions? options = null)
    {
        var child = Program.Spawn(args, options);
        await foreach (var line in child.Stdout!.ReadLinesAsync())
        {
            return (child, line);
        }

        throw new InvalidOperationException("It printed nothing.");
    }
}
