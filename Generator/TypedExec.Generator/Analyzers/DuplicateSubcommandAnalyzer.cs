using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>Two subcommands of a command must not have the same words.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateSubcommandAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.DuplicateSubcommand)
{
    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        var owners = new Dictionary<string, string>();
        foreach (var nested in type.GetTypeMembers())
        {
            if (KnownAttributes.Find(nested, KnownAttributes.Subcommand) is not { ApplicationSyntaxReference: not null } attribute
                || KnownAttributes.Text(attribute) is not { } path
                || UserMembers.IsGenerated(nested))
            {
                continue;
            }

            var words = string.Join(" ", path.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
            if (owners.TryGetValue(words, out var owner))
            {
                Report(context, AttributeSite.Find(attribute), words, nested.Name, owner);
            }
            else
            {
                owners.Add(words, nested.Name);
            }
        }
    }
}
