using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExec.Generator.Parsing;

/// <summary>Reads an [Option] or [Argument] whose arguments are literals.</summary>
internal static class AttributeSyntaxReader
{
    /// <summary>
    /// Returns false if the syntax alone isn't sufficient. The attribute that is read is null if it has no name, as with symbols.
    /// </summary>
    public static bool TryRead(AttributeSyntax attribute, bool isOption, out PropertyAttribute? read)
    {
        read = null;
        if (attribute.ArgumentList is not { Arguments: { Count: > 0 } arguments }
            || arguments[0] is not { NameEquals: null, NameColon: null, Expression: LiteralExpressionSyntax first }
            || first.Token.Value is not { } value
            || (isOption ? value is not string : value is not int))
        {
            return false;
        }

        var settings = isOption ? PropertyAttribute.Option((string)value) : PropertyAttribute.Argument((int)value);
        for (var i = 1; i < arguments.Count; i++)
        {
            if (arguments[i] is not { NameEquals.Name.Identifier.ValueText: var name, Expression: LiteralExpressionSyntax literal })
            {
                return false;
            }

            settings = settings.With(name, literal.Kind() switch
            {
                SyntaxKind.TrueLiteralExpression => true,
                SyntaxKind.FalseLiteralExpression => false,
                _ => literal.Token.Value,
            });
        }

        read = isOption && !KnownAttributes.IsUsable(settings.Name) ? null : settings;
        return true;
    }
}
