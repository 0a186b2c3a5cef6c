using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedExec.Generator.Parsing;

/// <summary>
/// The [Obsolete] of the user's declarations. Using them in code that isn't obsolete would warn or fail inside generated code.
/// </summary>
internal static class ObsoleteAttribute
{
    /// <summary>Returns whether using the symbol is an error.</summary>
    public static bool IsError(ISymbol symbol) => Find(symbol) is { ConstructorArguments: [_, { Value: true }] };

    /// <summary>Returns the attribute as written in code, or null without one.</summary>
    public static string? Text(ISymbol symbol)
    {
        if (Find(symbol) is not { } attribute)
        {
            return null;
        }

        var arguments = new List<string>();
        // While they are being typed, they may not have the types of the parameters.
        if (attribute.ConstructorArguments is [{ Value: string or null }] or [{ Value: string or null }, { Value: bool }])
        {
            foreach (var argument in attribute.ConstructorArguments)
            {
                arguments.Add(argument.ToCSharpString());
            }
        }

        foreach (var argument in attribute.NamedArguments)
        {
            arguments.Add($"{argument.Key} = {argument.Value.ToCSharpString()}");
        }

        var text = new StringBuilder("global::System.Obsolete");
        return arguments.Count == 0 ? text.ToString() : text.Append('(').Append(string.Join(", ", arguments)).Append(')').ToString();
    }

    private static AttributeData? Find(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "ObsoleteAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return attribute;
            }
        }

        return null;
    }
}
