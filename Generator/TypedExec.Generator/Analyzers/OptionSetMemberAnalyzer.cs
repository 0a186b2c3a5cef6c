using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>A command must be able to read and set the options that it inherits.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionSetMemberAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.InheritedOption)
{
    private protected override bool HoldsForGroups => true;

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        foreach (var contract in type.AllInterfaces.Where(MemberCollector.IsSet))
        {
            foreach (var option in MemberCollector.OwnOf(contract))
            {
                var property = type.FindImplementationForInterfaceMember(option.Property) as IPropertySymbol;
                if (property is null && type.GetMembers(option.Property.Name).IsEmpty)
                {
                    // The compiler reports that it is missing.
                    continue;
                }

                if (property is not { DeclaredAccessibility: Accessibility.Public, SetMethod.DeclaredAccessibility: Accessibility.Public, ContainingType.TypeKind: TypeKind.Class })
                {
                    var site = property is not null && SymbolEqualityComparer.Default.Equals(property.ContainingType, type) ? property.Locations[0] : type.Locations[0];
                    Report(context, site, option.Property.Name, contract.Name, $"in '{type.Name}' it isn't a public property with a set or init accessor: declare it as one");
                }
            }
        }

        foreach (var (hidden, hider) in MemberCollector.HiddenOf(type))
        {
            Report(
                context, hider.Locations[0], hidden.Property.Name, hidden.Property.ContainingType.Name,
                $"'{hider.ContainingType.Name}.{hider.Name}' hides it: give one of them another name");
        }

        foreach (var found in MemberCollector.Collect(type))
        {
            if (!MemberCollector.IsReadable(found, type))
            {
                Report(
                    context, type.Locations[0], found.Property.Name, found.Property.ContainingType.Name,
                    $"'{type.Name}' can't read it because it is private there: make it protected or public");
            }
        }
    }
}
