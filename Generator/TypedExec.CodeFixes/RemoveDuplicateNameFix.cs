using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Analyzers;

namespace TypedExec.CodeFixes;

/// <summary>Removes a short name or a negation that another option has. Which of two long names is wrong, only their author knows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RemoveDuplicateNameFix() : SyntaxCodeFix("Remove the name that another option has", DiagnosticDescriptors.DuplicateOption)
{
    private protected override (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(DuplicateOptionAnalyzer.Setting, out var setting)
            || node.FirstAncestorOrSelf<AttributeSyntax>()?.ArgumentList is not { } list
            || list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == setting) is not { } argument)
        {
            return null;
        }

        // Without a short name, nothing is left to prefer.
        var arguments = list.Arguments.Remove(argument);
        if (setting == "Short" && arguments.FirstOrDefault(static other => other.NameEquals?.Name.Identifier.ValueText == "PreferShort") is { } preference)
        {
            arguments = arguments.Remove(preference);
        }

        return (list, list.WithArguments(arguments));
    }
}
