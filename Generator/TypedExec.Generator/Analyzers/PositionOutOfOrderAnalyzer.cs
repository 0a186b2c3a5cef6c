using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using System.Collections.Immutable;
using System.Globalization;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>The positions of the arguments must be 0, 1, 2 and so on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PositionOutOfOrderAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.PositionOutOfOrder)
{
    private protected override bool HoldsForGroups => true;

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        // The positions there are among those of the specification.
        if (SpecifiedClass.IsSpecified(type))
        {
            return;
        }

        var expected = 0;
        var taken = -1;
        foreach (var argument in Positionals.Find(type))
        {
            var (property, position) = (argument.Declaration, argument.Attribute.Position);
            if (position == expected)
            {
                taken = expected++;
                continue;
            }

            if (!SymbolEqualityComparer.Default.Equals(property.ContainingType, type))
            {
                // Reported where the class declares it.
                expected++;
                taken = position;
                continue;
            }

            var mistake = position == taken ? "taken" : position < 0 ? "negative" : "after a gap";
            var site = AttributeSite.Find(KnownAttributes.Find(property, KnownAttributes.Argument)!);
            var properties = ImmutableDictionary<string, string?>.Empty.Add(ExpectedPosition, expected.ToString(CultureInfo.InvariantCulture));
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.PositionOutOfOrder, site, properties, position, property.Name, mistake, expected));
            expected++;
            taken = position;
        }
    }

    /// <summary>The property of a diagnostic that contains the correct position.</summary>
    internal const string ExpectedPosition = nameof(ExpectedPosition);
}
