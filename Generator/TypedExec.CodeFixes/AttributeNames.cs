using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExec.CodeFixes;

/// <summary>Which attribute a piece of code writes, by its name alone.</summary>
internal static class AttributeNames
{
    /// <summary>Whether it is the attribute of this name, which may be qualified and may leave out <c>Attribute</c>.</summary>
    public static bool IsNamed(this AttributeSyntax attribute, string name)
    {
        var text = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return text + "Attribute" == name || text == name;
    }
}
