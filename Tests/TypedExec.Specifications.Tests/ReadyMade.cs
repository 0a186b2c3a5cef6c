using System.Runtime.CompilerServices;

namespace TypedExec.Specifications.Tests;

/// <summary>
/// The specifications of the package TypedExec.Specifications, made from its npm package as it does. They are other people's
/// texts: the repository has none of them, and a test that needs them is skipped where npm cannot be reached.
/// </summary>
internal static class ReadyMade
{
    private static readonly Lazy<(string Folder, string Failure)> Made = new(Make);

    /// <summary>Programs of every kind and size, for tests that would take too long with all.</summary>
    public static IReadOnlyList<string> Sample { get; } =
    [
        "adb", "brew", "cargo", "cmake", "curl", "docker", "dotnet", "ffmpeg", "find", "gh", "git", "go", "grep", "helm", "kubectl",
        "make", "node", "npm", "psql", "python3", "rsync", "ssh", "tar", "terraform", "yarn",
    ];

    /// <summary>The folder with the files; skips the running test where there is none.</summary>
    public static string Folder
    {
        get
        {
            Xunit.Assert.SkipWhen(Made.Value.Failure.Length > 0, Made.Value.Failure);
            return Made.Value.Folder;
        }
    }

    /// <summary>All files, the largest first.</summary>
    public static IReadOnlyList<string> Files
        => [.. Directory.GetFiles(Folder, "*.json", SearchOption.AllDirectories).OrderByDescending(static file => new FileInfo(file).Length)];

    /// <summary>The text of a program's specification.</summary>
    public static string Read(string program) => File.ReadAllText(Path.Combine(Folder, program + ".json"));

    /// <summary>The root of the checkout.</summary>
    public static string Repository([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    private static (string Folder, string Failure) Make()
    {
        foreach (var program in (string[])["node", "npm", "tar"])
        {
            if (Executable.FindPath(program) is null)
            {
                return ("", $"{program} is not installed");
            }
        }

        var converter = Path.Combine(Repository(), "Generator", "TypedExec.Specifications", "converter", "convert.mjs");
        var result = new Executable("node").ExecFileSync([converter], new() { ThrowOnFailure = false, KillDescendants = true, Timeout = TimeSpan.FromMinutes(5) });
        return result.Success
            ? (result.Stdout.TrimEnd(), "")
            : ("", $"The npm package of the specifications is not installed, and npm cannot get it: {result.Stderr.Trim()}");
    }
}
