using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>Reads a regular expression: the user's text, or the user's member that returns one.</summary>
internal static class PatternReader
{
    /// <summary>Returns the names of its groups, with the whole match as "0" first, or what is wrong with it.</summary>
    public static string[]? Groups(string pattern, RegexOptions options, out string? problem)
    {
        try
        {
            problem = null;
            // The compiler's own runtime may know fewer options; none of those changes the groups.
            return new Regex(pattern, options & (RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.RightToLeft))
                .GetGroupNames();
        }
        catch (ArgumentException error)
        {
            problem = error.Message.TrimEnd('.');
            return null;
        }
    }

    /// <summary>
    /// Returns the expression that calls the member, or null if no such member is accessible. The groups are those of its
    /// [GeneratedRegex], or null if it has none.
    /// </summary>
    public static string? Member(INamedTypeSymbol type, string typeReference, string name, out string[]? groups)
    {
        groups = null;
        var members = type.GetMembers(name);
        foreach (var member in members)
        {
            var expression = member switch
            {
                IMethodSymbol { IsStatic: true, Parameters.IsEmpty: true, TypeParameters.IsEmpty: true } method when IsRegex(method.ReturnType)
                    => $"{typeReference}.{name}()",
                IPropertySymbol { IsStatic: true, GetMethod: not null } property when IsRegex(property.Type) => $"{typeReference}.{name}",
                IFieldSymbol { IsStatic: true } field when IsRegex(field.Type) => $"{typeReference}.{name}",
                _ => null,
            };
            if (expression is null || members.Any(other => other != (object)member && other is not IMethodSymbol { Parameters.IsEmpty: false }))
            {
                // Of two members that a name means, none can be used until one is removed.
                continue;
            }

            foreach (var attribute in member.GetAttributes())
            {
                if (attribute.AttributeClass?.Name == "GeneratedRegexAttribute"
                    && attribute.ConstructorArguments is [{ Value: string pattern }, ..] arguments)
                {
                    var options = arguments.Length > 1 && arguments[1].Value is int value ? (RegexOptions)value : RegexOptions.None;
                    groups = Groups(pattern, options, out _);
                }
            }

            return expression;
        }

        return null;
    }

    private static bool IsRegex(ITypeSymbol type) => type is { Name: "Regex", TypeKind: not TypeKind.Error, ContainingNamespace.Name: "RegularExpressions" };
}
