using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedExec.Import.Checking;

/// <summary>
/// A project's C# source as a compilation: its own files, .NET, and TypedExec. That is enough for attributes and constants, so the
/// project doesn't have to be restored or built.
/// </summary>
internal static class ProjectSource
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using TypedExec;
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview, DocumentationMode.None);

    /// <summary>Whether the path is that of a project or a folder with sources.</summary>
    public static bool Exists(string path) => Directory.Exists(path) || (File.Exists(path) && Path.GetExtension(path) is ".csproj" or ".cs");

    /// <summary>Reads the sources.</summary>
    /// <param name="path">A project file, a folder, or a single C# file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static CSharpCompilation Read(string path, CancellationToken cancellationToken)
    {
        var trees = Files(path).Select(file => Parse(file, cancellationToken)).Prepend(CSharpSyntaxTree.ParseText(Usings, Parsing, cancellationToken: cancellationToken));
        return CSharpCompilation.Create("Checked", trees, References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The folder that paths in reports are relative to.</summary>
    public static string Root(string path) => Path.GetFullPath(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!);

    private static IEnumerable<string> Files(string path)
    {
        if (Path.GetExtension(path) == ".cs" && File.Exists(path))
        {
            return [Path.GetFullPath(path)];
        }

        var root = Root(path);
        return Directory.EnumerateFiles(root, "*.cs", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(file => !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or ['.', _, ..]))
            .Order(StringComparer.Ordinal);
    }

    private static SyntaxTree Parse(string file, CancellationToken cancellationToken)
        => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Parsing, file, cancellationToken: cancellationToken);

    private static IEnumerable<MetadataReference> References()
        => ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append(typeof(CommandAttribute).Assembly.Location)
            .Distinct(StringComparer.Ordinal)
            .Select(file => MetadataReference.CreateFromFile(file));
}
