using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>A rule for properties with [Option] or [Argument].</summary>
public abstract class PropertyAnalyzer : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _rule;

    private protected PropertyAnalyzer(DiagnosticDescriptor rule) => _rule = rule;

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(
            symbol =>
            {
                var property = (IPropertySymbol)symbol.Symbol;
                foreach (var attribute in property.GetAttributes())
                {
                    if (KnownAttributes.Is(attribute, KnownAttributes.Option) || KnownAttributes.Is(attribute, KnownAttributes.Argument))
                    {
                        Check(symbol, property, attribute);
                    }
                }
            },
            SymbolKind.Property);
    }

    private protected abstract void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute);

    private protected void Report(SymbolAnalysisContext context, Location location, params object?[] arguments)
        => context.ReportDiagnostic(Diagnostic.Create(_rule, location, arguments));
}
