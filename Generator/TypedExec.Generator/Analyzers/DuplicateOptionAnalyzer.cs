using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>No two properties render the same option.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateOptionAnalyzer() : CommandClassAnalyzer(Rules.DuplicateOption)
{
    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        var owners = new Dictionary<string, string>();
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol property && PropertyAttribute.Of(property) is { IsOption: true } option)
            {
                Check(context, owners, property, option.Name);
                Check(context, owners, property, option.Short);
                Check(context, owners, property, option.Negation);
            }
        }
    }

    private void Check(SymbolAnalysisContext context, Dictionary<string, string> owners, IPropertySymbol property, string? name)
    {
        if (name is null)
        {
            return;
        }

        if (owners.TryGetValue(name, out var owner))
        {
            Report(context, AttributeSite.Of(KnownAttributes.Find(property, KnownAttributes.Option)!), name, property.Name, owner);
        }
        else
        {
            owners.Add(name, property.Name);
        }
    }
}
