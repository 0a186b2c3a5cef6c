using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExec.Generator.Analyzers;

/// <summary>Locates an attribute's mistakes in the user's code.</summary>
internal static class AttributeSite
{
    /// <summary>Returns the location of the attribute with its arguments.</summary>
    public static Location Whole(AttributeData attribute)
        => attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? Location.None;

    /// <summary>Returns the location of the named argument, or of the first argument, or of the attribute itself.</summary>
    public static Location Find(AttributeData attribute, string? argument = null)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax syntax)
        {
            return Location.None;
        }

        foreach (var candidate in syntax.ArgumentList?.Arguments ?? default)
        {
            if (candidate.NameEquals?.Name.Identifier.ValueText == argument)
            {
                return candidate.GetLocation();
            }
        }

        return syntax.GetLocation();
    }

    /// <summary>Returns the attribute as users write it.</summary>
    public static string Name(AttributeData attribute)
    {
        var name = attribute.AttributeClass?.Name ?? "";
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }
}
