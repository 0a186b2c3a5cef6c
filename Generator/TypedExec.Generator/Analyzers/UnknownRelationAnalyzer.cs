using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>ExclusiveOn and DependsOn name other options of the class, which may be given or not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownRelationAnalyzer() : CommandClassAnalyzer(Rules.UnknownRelation)
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
            if (PropertyAttribute.Of(property) is { IsOption: true, Details: { } rules })
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
                Report(context, AttributeSite.Of(attribute, setting), setting, property.Name, name, problem);
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
                    : IsAlwaysGiven(other, option) ? $"is always given, as '{other.Name}' cannot be null: make that nullable"
                    : null;
            }
        }

        return $"is no option of '{type.Name}': name one as its [Option] does";
    }

    private static bool IsAlwaysGiven(IPropertySymbol property, PropertyAttribute option)
        => PropertyParser.Parse(property, option) is { Shape: MemberShape.Value, Value: { Nullable: ValueNullability.Never, Kind: not ValueKind.Boolean } } type
            && !(type.CanCount && option.Details is { IsCount: true });
}
