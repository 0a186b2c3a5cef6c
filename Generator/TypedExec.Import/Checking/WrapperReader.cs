using Microsoft.CodeAnalysis;

namespace TypedExec.Import.Checking;

/// <summary>Finds the wrappers in a project's source: classes and interfaces with <c>[Command]</c>, and their nested types.</summary>
internal static class WrapperReader
{
    private const string Namespace = "TypedExec";

    public static IReadOnlyList<Wrapper> Read(Compilation compilation, CancellationToken cancellationToken)
    {
        var wrappers = new List<Wrapper>();
        foreach (var type in TypesOf(compilation.Assembly.GlobalNamespace))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Attribute(type, "CommandAttribute") is { } command && Text(command) is { Length: > 0 } program)
            {
                Add(wrappers, type, program, [], Location(command, type));
            }
        }

        return wrappers;
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
        => container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(member => member is INamedTypeSymbol type ? TypesOf(type).Prepend(type) : TypesOf(member));

    private static void Add(List<Wrapper> wrappers, INamedTypeSymbol type, string program, IReadOnlyList<string> path, FileLinePositionSpan location)
    {
        wrappers.Add(new Wrapper(program, path, location, [.. OptionsOf(type, [])]));
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (Attribute(method, "RunAttribute") is { } run && Text(run) is { } template)
            {
                wrappers.Add(TemplateReader.Read(program, path, template, Location(run, method)));
            }
        }

        foreach (var nested in type.GetTypeMembers())
        {
            if (Attribute(nested, "SubcommandAttribute") is { } subcommand && Text(subcommand) is { } words)
            {
                Add(wrappers, nested, program, [.. path, .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)], Location(subcommand, nested));
            }
        }
    }

    /// <summary>The options of the class, its base classes, its option sets, and its groups.</summary>
    private static IEnumerable<WrappedOption> OptionsOf(INamedTypeSymbol type, HashSet<ISymbol> seen)
    {
        if (!seen.Add(type) || type.SpecialType == SpecialType.System_Object)
        {
            yield break;
        }

        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (Attribute(property, "OptionAttribute") is { } option)
            {
                foreach (var wrapped in Read(option, property))
                {
                    yield return wrapped;
                }
            }
            else if (GroupOf(property.Type) is { } group)
            {
                foreach (var wrapped in OptionsOf(group, seen))
                {
                    yield return wrapped;
                }
            }
        }

        var shared = type.AllInterfaces.Where(contract => Attribute(contract, "OptionSetAttribute") is not null);
        foreach (var other in type.BaseType is { } parent ? shared.Prepend(parent) : shared)
        {
            foreach (var wrapped in OptionsOf(other, seen))
            {
                yield return wrapped;
            }
        }
    }

    private static IEnumerable<WrappedOption> Read(AttributeData option, IPropertySymbol property)
    {
        var location = Location(option, property);
        var arity = ArityOf(option, property.Type);
        string?[] names = [Text(option), Named(option, "Short") as string];
        foreach (var name in names.OfType<string>().Where(name => name.StartsWith('-')))
        {
            // "-o wide" is an option with its value.
            var space = name.IndexOf(' ', StringComparison.Ordinal);
            yield return new WrappedOption(space < 0 ? name : name[..space], space < 0 ? arity : OptionArity.Unknown, location);
        }

        if (Named(option, "Negation") is string negation)
        {
            yield return new WrappedOption(negation, OptionArity.Flag, location);
        }
    }

    private static OptionArity ArityOf(AttributeData option, ITypeSymbol type)
    {
        var plain = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return plain switch
        {
            { SpecialType: SpecialType.System_Boolean } => Named(option, "TrueValue") is null ? OptionArity.Flag : OptionArity.Value,
            _ when Named(option, "Count") is true => OptionArity.Flag,
            { Name: "OptionalValue", ContainingNamespace.Name: Namespace } => OptionArity.OptionalValue,
            INamedTypeSymbol { TypeArguments: [{ Name: "OptionalValue", ContainingNamespace.Name: Namespace }] } => OptionArity.OptionalValue,
            { TypeKind: TypeKind.Error } => OptionArity.Unknown,
            _ => OptionArity.Value,
        };
    }

    private static INamedTypeSymbol? GroupOf(ITypeSymbol type)
    {
        var item = type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var argument] } => argument,
            _ => type,
        };
        return item is INamedTypeSymbol named && Attribute(named, "OptionGroupAttribute") is not null ? named : null;
    }

    private static AttributeData? Attribute(ISymbol symbol, string name)
        => symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { ContainingNamespace.Name: Namespace } type && type.Name == name);

    private static string? Text(AttributeData attribute) => attribute.ConstructorArguments is [{ Value: string text }, ..] ? text : null;

    private static object? Named(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: not TypedConstantKind.Array } value ? value.Value : null;

    private static FileLinePositionSpan Location(AttributeData attribute, ISymbol symbol)
        => attribute.ApplicationSyntaxReference is { } reference
            ? reference.SyntaxTree.GetLineSpan(reference.Span)
            : symbol.Locations[0].GetLineSpan();
}
