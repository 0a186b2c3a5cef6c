using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExec.Generator.Parsing;

/// <summary>Reads the properties of one class declaration, in which a name has only one meaning.</summary>
internal sealed class PropertySyntaxReader(INamedTypeSymbol owner, SemanticModel model)
{
    private readonly HashSet<string> _names = [];
    private readonly CommandPropertiesBuilder _properties = new();
    private string? _option;
    private string? _argument;

    public CommandProperties ToProperties() => _properties.Build();

    /// <summary>Whether a property has this name.</summary>
    public bool Has(string name) => _names.Contains(name);

    /// <summary>Adds the property if it is an option or argument. Returns false if the syntax alone isn't sufficient.</summary>
    public bool TryRead(PropertyDeclarationSyntax property, out bool isRendered)
    {
        isRendered = false;
        if (!_names.Add(property.Identifier.ValueText))
        {
            return false;
        }

        PropertyAttribute? found = null;
        var isAnnotated = false;
        foreach (var list in property.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                // Other attributes are left to the symbols, and so is everything that isn't a literal.
                if (list.Target is not null || !TryBind(attribute, out var isOption) || !AttributeSyntaxReader.TryRead(attribute, isOption, out var read))
                {
                    return false;
                }

                // As with symbols, the first one counts.
                found = isAnnotated ? found : read;
                isAnnotated = true;
            }
        }

        if (found is not { } settings)
        {
            // A group of options needs no attribute.
            return property.AccessorList is null || IsKeyword(property.Type);
        }

        if (settings.Details is { HasTruthValues: true })
        {
            return false;
        }

        if (property.ExplicitInterfaceSpecifier is not null || property.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return false;
        }

        if (!IsUsable(property))
        {
            return true;
        }

        if (!TryReadType(property.Type, settings.IsOption, out var type, out var reference))
        {
            return false;
        }

        if (type is { } shape)
        {
            if (!Visibility.Covers(owner, Accessibility(property), shape.Type))
            {
                return false;
            }

            isRendered = true;
            var name = property.Identifier.ValueText;
            var setting = StorageParser.Create(name, Accessibility(property), shape.Type, shape.Property, reference);
            _properties.Add(PropertyParser.Model(name, property.Modifiers.Any(SyntaxKind.RequiredKeyword), settings, shape.Property, setting), settings, shape.Property);
        }

        return true;
    }

    /// <summary>Binds the first attribute of each name; further ones mean the same.</summary>
    private bool TryBind(AttributeSyntax attribute, out bool isOption)
    {
        var name = attribute.Name is IdentifierNameSyntax simple ? simple.Identifier.ValueText : attribute.Name.ToString();
        isOption = name == _option;
        if (isOption || name == _argument)
        {
            return true;
        }

        if (Bind(attribute, name) is not { Name: KnownAttributes.Option or KnownAttributes.Argument } type
            || !KnownAttributes.IsOurs(type))
        {
            return false;
        }

        isOption = type.Name == KnownAttributes.Option;
        (isOption ? ref _option : ref _argument) = name;
        return true;
    }

    /// <summary>
    /// Returns the attribute's type. The usual spelling is looked up, which is cheaper than binding the whole attribute: C# reads
    /// <c>Option</c> as <c>OptionAttribute</c> unless there is also something called <c>Option</c>.
    /// </summary>
    private INamedTypeSymbol? Bind(AttributeSyntax attribute, string name)
        => attribute.Name is IdentifierNameSyntax
            && model.LookupNamespacesAndTypes(attribute.SpanStart, name: name + "Attribute") is [INamedTypeSymbol type]
            && model.LookupNamespacesAndTypes(attribute.SpanStart, name: name).IsEmpty
            ? type
            : model.GetTypeInfo(attribute).Type as INamedTypeSymbol;

    private bool TryReadType(
        TypeSyntax syntax, bool isOption, out (ITypeSymbol Type, PropertyType Property)? type, out string reference)
    {
        type = null;
        reference = "";
        var element = syntax is NullableTypeSyntax nullable ? nullable.ElementType : syntax;
        if (element is PredefinedTypeSyntax { Keyword.RawKind: var keyword } predefined)
        {
            if (KeywordType.Find((SyntaxKind)keyword) is not { } special)
            {
                return false;
            }

            var symbol = model.Compilation.GetSpecialType(special);
            reference = element == syntax ? predefined.Keyword.ValueText : predefined.Keyword.ValueText + "?";
            type = KeywordType.Shape(special, symbol, element != syntax, isOption) is { } shape ? (symbol, shape) : null;
            return true;
        }

        // With "?" it is another type, or the same type with an annotation, which only the compiler knows.
        if (element != syntax && model.GetTypeInfo(element).Type is not { IsReferenceType: true })
        {
            return false;
        }

        if (model.GetTypeInfo(element).Type is not { TypeKind: not TypeKind.Error } bound)
        {
            return false;
        }

        reference = element == syntax ? TypeName.ReferenceTo(bound) : TypeName.ReferenceTo(bound) + "?";
        type = PropertyType.Parse(bound, isOption) is { } listed ? (bound, listed) : null;
        // What becomes of a group depends on its class.
        return type is not { Property.Shape: MemberShape.OptionGroup or MemberShape.OptionGroupList };
    }

    private static bool IsKeyword(TypeSyntax type) => (type is NullableTypeSyntax nullable ? nullable.ElementType : type) is PredefinedTypeSyntax;

    private static bool IsUsable(PropertyDeclarationSyntax property)
    {
        if (property.AccessorList is null || property.Modifiers.Any(SyntaxKind.StaticKeyword))
        {
            return false;
        }

        var (hasGet, hasSet) = (false, false);
        foreach (var accessor in property.AccessorList.Accessors)
        {
            hasGet |= accessor.IsKind(SyntaxKind.GetAccessorDeclaration);
            hasSet |= accessor.IsKind(SyntaxKind.InitAccessorDeclaration) || accessor.IsKind(SyntaxKind.SetAccessorDeclaration);
        }

        return hasGet && hasSet;
    }

    private static Accessibility Accessibility(PropertyDeclarationSyntax property)
        => property.Modifiers.Any(SyntaxKind.PublicKeyword) ? Microsoft.CodeAnalysis.Accessibility.Public
            : !property.Modifiers.Any(SyntaxKind.InternalKeyword) ? Microsoft.CodeAnalysis.Accessibility.Private
            : Microsoft.CodeAnalysis.Accessibility.Internal;
}
