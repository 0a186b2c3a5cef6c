using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedExec.Generator.Parsing;

/// <summary>The names of a type that isn't generic.</summary>
/// <param name="FullName">With dots, without <c>@</c>.</param>
/// <param name="Reference"><c>global::</c>-qualified, as written in code.</param>
/// <param name="Namespace">As written in code, or null for the global one.</param>
internal readonly record struct TypeName(string FullName, string Reference, string? Namespace)
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(
            SymbolDisplayFormat.FullyQualifiedFormat.MiscellaneousOptions
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static TypeName From(INamedTypeSymbol type)
    {
        var @namespace = Join(type.ContainingNamespace, escaped: true);
        var plain = Join(type.ContainingNamespace, escaped: false);
        var (name, reference) = Nested(type);
        return new TypeName(
            plain is null ? name : plain + "." + name,
            @namespace is null ? "global::" + reference : "global::" + @namespace + "." + reference,
            @namespace);
    }

    /// <summary>Returns any type as written in code: <c>global::</c>-qualified, with its nullable annotations.</summary>
    public static string ReferenceTo(ITypeSymbol type) => type.SpecialType switch
    {
        // The common types bypass the display builder, which costs more than the rest of the property.
        SpecialType.System_String => type.NullableAnnotation == NullableAnnotation.Annotated ? "string?" : "string",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Int32 => "int",
        SpecialType.System_Int64 => "long",
        SpecialType.System_Double => "double",
        _ => type.ToDisplayString(Format),
    };

    public static string Escape(string name) => IsKeyword(name) ? "@" + name : name;

    public static bool IsKeyword(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None;

    private static (string Name, string Reference) Nested(INamedTypeSymbol type)
    {
        if (type.ContainingType is not { } outer)
        {
            return (type.Name, Escape(type.Name));
        }

        var (name, reference) = Nested(outer);
        return (name + "." + type.Name, reference + "." + Escape(type.Name));
    }

    private static string? Join(INamespaceSymbol? @namespace, bool escaped)
    {
        if (@namespace is null or { IsGlobalNamespace: true })
        {
            return null;
        }

        var name = escaped ? Escape(@namespace.Name) : @namespace.Name;
        return Join(@namespace.ContainingNamespace, escaped) is { } outer ? outer + "." + name : name;
    }
}
