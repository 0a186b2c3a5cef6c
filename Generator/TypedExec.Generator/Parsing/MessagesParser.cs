using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Parses the [Messages] of a command that forks.</summary>
internal static class MessagesParser
{
    /// <summary>Returns the message types, or null without the attribute, or with one that an analyzer reports.</summary>
    public static MessagesModel? Parse(INamedTypeSymbol type)
    {
        if (KnownAttributes.Find(type, KnownAttributes.Messages) is not { } attribute
            || Type(attribute, "Send") is not { } send
            || Type(attribute, "Receive") is not { } receive
            || Type(attribute, "Context") is not INamedTypeSymbol context
            || !JsonContextType.IsUsable(context))
        {
            return null;
        }

        ITypeSymbol[] types = [send, receive, context];
        return types.All(IsReachable)
            ? new MessagesModel(Name(send), Name(receive), Name(context), !types.All(IsPublic))
            : null;
    }

    /// <summary>Returns the type that the attribute's setting names, or null.</summary>
    public static ITypeSymbol? Type(AttributeData attribute, string setting)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == setting)
            {
                return argument.Value.Value as ITypeSymbol is { TypeKind: not TypeKind.Error } type ? type : null;
            }
        }

        return null;
    }

    /// <summary>Returns whether generated code, which is elsewhere, can name the type.</summary>
    public static bool IsReachable(ITypeSymbol type) => Accessibilities(type).All(static accessibility
        => accessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal or Accessibility.NotApplicable);

    private static bool IsPublic(ITypeSymbol type)
        => Accessibilities(type).All(static accessibility => accessibility is Accessibility.Public or Accessibility.NotApplicable);

    /// <summary>Returns the accessibilities of the type, the types around it, its type arguments and its elements.</summary>
    private static IEnumerable<Accessibility> Accessibilities(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return Accessibilities(array.ElementType);
            case INamedTypeSymbol named:
                return [
                    named.DeclaredAccessibility,
                    .. named.TypeArguments.SelectMany(Accessibilities),
                    .. named.ContainingType is null ? [] : Accessibilities(named.ContainingType),
                ];
            default:
                return [type.DeclaredAccessibility];
        }
    }

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
