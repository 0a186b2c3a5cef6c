using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>
/// Determines whether a source-generated JSON context has a type. Its generated part doesn't exist yet, so the attributes are
/// read.
/// </summary>
internal static class JsonContextReader
{
    /// <summary>How far the types of properties are followed. Deeper ones are assumed to exist.</summary>
    private const int MaxTypes = 500;

    public static bool Has(INamedTypeSymbol context, ITypeSymbol wanted)
    {
        var known = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<ITypeSymbol>();
        foreach (var attribute in context.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "JsonSerializableAttribute", ConstructorArguments: [{ Value: ITypeSymbol root }, ..] })
            {
                Add(root);
            }
        }

        while (open.Count > 0 && known.Count < MaxTypes)
        {
            var type = open.Dequeue();
            if (SymbolEqualityComparer.Default.Equals(type, wanted))
            {
                return true;
            }

            foreach (var part in Parts(type))
            {
                Add(part);
            }
        }

        return known.Count >= MaxTypes;

        void Add(ITypeSymbol type)
        {
            if (known.Add(type))
            {
                open.Enqueue(type);
            }
        }
    }

    /// <summary>
    /// Returns the types that come with a type: elements, arguments, those of its members, and derived ones that it names.
    /// </summary>
    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return [array.ElementType];
        }

        if (type is not INamedTypeSymbol named || named.SpecialType != SpecialType.None)
        {
            return [];
        }

        var derived = named.GetAttributes()
            .Where(static attribute => attribute.AttributeClass?.Name == "JsonDerivedTypeAttribute")
            .Select(static attribute => attribute.ConstructorArguments is [{ Value: ITypeSymbol other }, ..] ? other : null)
            .OfType<ITypeSymbol>();
        var members = named.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) == true
            ? []
            : named.GetMembers().Select(static member => member switch
            {
                IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } property => property.Type,
                IFieldSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public } field => field.Type,
                _ => null,
            }).OfType<ITypeSymbol>();
        return [.. named.TypeArguments, .. members, .. derived, .. named.BaseType is { SpecialType: SpecialType.None } above ? [above] : (ITypeSymbol[])[]];
    }
}
