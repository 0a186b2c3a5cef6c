using System.Runtime.CompilerServices;

namespace TypedExec.Package.Tests.Support;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(SourceDirectory(), "..", "..", ".."));

    public static string PackageProject { get; } = Path.Combine(Root, "Runtime", "TypedExec");

    /// <summary>Every project, by its path from the root.</summary>
    public static IEnumerable<string> Projects => new[] { "Generator", "Runtime", "Samples", "Tests" }
        .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories))
        .Select(static file => Path.GetRelativePath(Root, file))
        .Order(StringComparer.Ordinal);

    private static string SourceDirectory([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
