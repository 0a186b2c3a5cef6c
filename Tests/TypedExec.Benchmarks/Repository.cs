using System.Runtime.CompilerServices;

namespace TypedExec.Benchmarks;

/// <summary>The folders of this repository, found by the path of this source.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Gets the folder for rivals that are built or installed on demand. Git ignores it.</summary>
    public static string Artifacts { get; } = Path.Combine(Root, "artifacts", "benchmarks");

    private static string FindRoot([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
