using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Types that are commands: an argument of such a type is a command that this one runs.</summary>
internal static class CarriedCommand
{
    /// <summary>
    /// Returns whether it is a pipeline, an <c>ICommand</c>, or a command class, including one that hasn't been generated yet.
    /// </summary>
    public static bool Is(ITypeSymbol type)
        => type is INamedTypeSymbol named
            && (IsPipeline(named)
                || IsCommand(named)
                || (named.TypeKind == TypeKind.Class && !named.IsStatic && CommandClass.Is(named))
                || named.AllInterfaces.Any(IsCommand));

    public static bool IsPipeline(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Pipeline" } named && KnownAttributes.IsOurs(named);

    private static bool IsCommand(INamedTypeSymbol type) => type.Name == "ICommand" && KnownAttributes.IsOurs(type);
}
