using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>Two properties must not render the same option, including inherited ones.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateOptionAnalyzer() : CommandClassAnalyzer(Rules.DuplicateOption)
{
    private protected override bool HoldsForGroups => true;

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        var owners = new Dictionary<string, string>();
        foreach (var found in MemberCollector.Collect(type))
        {
            if (found.Attribute is { IsOption: true, Name.Length: > 0 } option)
            {
                Check(context, type, owners, found.Declaration, option.Name);
                Check(context, type, owners, found.Declaration, option.Short);
                Check(context, type, owners, found.Declaration, option.Negation);
            }
        }
    }

    private void Check(SymbolAnalysisContext context, INamedTypeSymbol type, Dictionary<string, string> owners, IPropertySymbol property, string? name)
    {
        if (name is null)
        {
            return;
        }

        if (owners.TryGetValue(name, out var owner))
        {
            var isOwn = SymbolEqualityComparer.Default.Equals(property.ContainingType, type);
            Report(
                context,
                isOwn ? AttributeSite.Of(KnownAttributes.Find(property, KnownAttributes.Option)!) : type.Locations[0],
                name,
                property.Name,
                owner);
        }
        else
        {
            owners.Add(name, property.Name);
        }
    }
}
