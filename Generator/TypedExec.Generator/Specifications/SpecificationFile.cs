using Microsoft.CodeAnalysis;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Reading;

namespace TypedExec.Generator.Specifications;

/// <summary>An additional file, read as a specification.</summary>
/// <param name="Path">Its path, with <c>/</c>.</param>
/// <param name="Command">The program, or null if the file can't be used.</param>
internal sealed record SpecificationFile(string Path, CommandSpecification? Command)
{
    public static SpecificationFile Read(AdditionalText text, CancellationToken cancellation)
        => new(Slashes(text.Path), text.GetText(cancellation) is { } content ? SpecificationReader.Read(content.ToString(), cancellation).Command : null);

    public static string Slashes(string path) => path.Replace('\\', '/');
}

/// <summary>Determines which additional file an attribute refers to.</summary>
internal static class SpecificationPath
{
    /// <summary>Returns whether a path ends with these folders and this file.</summary>
    public static bool Matches(string path, string specification)
    {
        var wanted = Normal(specification);
        return wanted.Length > 0
            && path.EndsWith(wanted, StringComparison.Ordinal)
            && (path.Length == wanted.Length || path[path.Length - wanted.Length - 1] == '/');
    }

    /// <summary>Returns the file in the class's folder before any other of its name; if there are several others, none.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths, string specification, string directory)
    {
        var matches = paths.Where(path => Matches(path, specification)).Distinct(StringComparer.Ordinal).ToArray();
        var beside = directory + "/" + Normal(specification);
        return matches.Contains(beside) ? [beside] : matches;
    }

    private static string Normal(string specification)
    {
        var path = SpecificationFile.Slashes(specification.Trim());
        return path.StartsWith("./", StringComparison.Ordinal) ? path.Substring(2) : path.TrimStart('/');
    }
}
