using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>Two properties must not render the same option, including inherited ones.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateOptionAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.DuplicateOption)
{
    /// <summary>The attribute's setting that has the name; absent when it is the option's own name.</summary>
    internal const string Setting = "Setting";

    private protected override bool HoldsForGroups => true;

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        var owners = new Dictionary<string, string>();
        foreach (var found in MemberCollector.Collect(type))
        {
            if (found.Attribute is { IsOption: true, Name.Length: > 0 } option)
            {
                Check(context, type, owners, found.Declaration, option.Name, null);
                Check(context, type, owners, found.Declaration, option.Short, "Short");
                Check(context, type, owners, found.Declaration, option.Negation, "Negation");
            }
        }
    }

    private static void Check(
        SymbolAnalysisContext context, INamedTypeSymbol type, Dictionary<string, string> owners, IPropertySymbol property, string? name, string? setting)
    {
        if (name is null)
        {
            return;
        }

        if (owners.TryGetValue(name, out var owner))
        {
            var isOwn = SymbolEqualityComparer.Default.Equals(property.ContainingType, type);
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.DuplicateOption,
                isOwn ? AttributeSite.Find(KnownAttributes.Find(property, KnownAttributes.Option)!) : type.Locations[0],
                setting is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Setting, setting),
                name,
                property.Name,
                owner));
        }
        else
        {
            owners.Add(name, property.Name);
        }
    }
}
