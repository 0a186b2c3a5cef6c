using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>ExclusiveOn and DependsOn must name other options of the class that may or may not be set.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownRelationAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.UnknownRelation)
{
    private protected override bool HoldsForGroups => true;

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (SpecifiedClass.IsSpecified(type))
        {
            // Most of its options are the specification's.
            return;
        }

        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (PropertyAttribute.Parse(property) is { IsOption: true, Details: { } rules })
            {
                Check(context, type, property, "ExclusiveOn", rules.ExclusiveOn);
                Check(context, type, property, "DependsOn", rules.DependsOn);
            }
        }
    }

    private void Check(SymbolAnalysisContext context, INamedTypeSymbol type, IPropertySymbol property, string setting, EquatableArray<string> names)
    {
        foreach (var name in names)
        {
            if (Problem(type, property, name) is { } problem)
            {
                var attribute = KnownAttributes.Find(property, KnownAttributes.Option)!;
                Report(context, AttributeSite.Find(attribute, setting), setting, property.Name, name, problem);
            }
        }
    }

    private static string? Problem(INamedTypeSymbol type, IPropertySymbol property, string name)
    {
        foreach (var (other, option, _) in MemberCollector.Collect(type))
        {
            if (option.IsOption && (option.Name == name || option.Short == name))
            {
                return SymbolEqualityComparer.Default.Equals(other, property) ? "is the option itself: name another one"
                    : IsAlwaysGiven(other, option) ? $"is always set because '{other.Name}' can't be null: make it nullable"
                    : null;
            }
        }

        return $"isn't an option of '{type.Name}': use a name as in its [Option]";
    }

    private static bool IsAlwaysGiven(IPropertySymbol property, PropertyAttribute option)
        => PropertyParser.Parse(property, option) is { Shape: MemberShape.Value, Value: { Nullable: ValueNullability.Never, Kind: not ValueKind.Boolean } } type
            && !(type.CanCount && option.Details is { IsCount: true });
}
