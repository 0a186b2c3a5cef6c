using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Specifications.Declared;

/// <summary>Attribute to value: a class whose [Command] names a specification.</summary>
internal static class SpecifiedCommandParser
{
    /// <summary>Returns null if the class has a mistake that leaves nothing to generate.</summary>
    public static SpecificationTarget? Parse(TypeDeclaration declaration, string specification, CancellationToken cancellation)
    {
        if (CommandParser.ParseUnspecified(declaration, cancellation) is not { } command)
        {
            return null;
        }

        return new SpecificationTarget(
            command, specification, DirectoryOf(declaration.Node.SyntaxTree.FilePath), UserClassReader.Read(declaration.Type));
    }

    public static string DirectoryOf(string path)
    {
        var slashes = path.Replace('\\', '/');
        return slashes.Substring(0, Math.Max(0, slashes.LastIndexOf('/')));
    }
}
