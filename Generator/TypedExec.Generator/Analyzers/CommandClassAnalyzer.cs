using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>A rule for command classes: those with [Command] or [Subcommand].</summary>
public abstract class CommandClassAnalyzer : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _rule;

    private protected CommandClassAnalyzer(DiagnosticDescriptor rule) => _rule = rule;

    /// <summary>Gets whether the rule applies to interfaces with [Command] as well.</summary>
    private protected virtual bool HoldsForInterfaces => false;

    /// <summary>Gets whether the rule applies to classes with [OptionGroup] as well.</summary>
    private protected virtual bool HoldsForGroups => false;

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
                var type = (INamedTypeSymbol)symbol.Symbol;
                if ((type.TypeKind == TypeKind.Class || (type.TypeKind == TypeKind.Interface && HoldsForInterfaces)) && (CommandClass.Is(type) || (HoldsForGroups && KnownAttributes.Find(type, KnownAttributes.OptionGroup) is not null)))
                {
                    Check(symbol, type);
                }
            },
            SymbolKind.NamedType);
    }

    private protected abstract void Check(SymbolAnalysisContext context, INamedTypeSymbol type);

    private protected void Report(SymbolAnalysisContext context, Location location, params object?[] arguments)
        => context.ReportDiagnostic(Diagnostic.Create(_rule, location, arguments));
}
