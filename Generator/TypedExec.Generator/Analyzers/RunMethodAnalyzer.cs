using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Analyzers.Methods;
using TypedExec.Generator.Methods.Parsing;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>Reports the mistakes that the generator found in [Run] methods.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RunMethodAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The information for a fix: the parameter's name, or the word's offsets.</summary>
    internal const string Fix = "Fix";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DiagnosticDescriptors.RunNotPartial, DiagnosticDescriptors.RunOutsideCommand, DiagnosticDescriptors.RunSignature, DiagnosticDescriptors.RunTemplate, DiagnosticDescriptors.UnknownHole, DiagnosticDescriptors.ParameterWithoutHole,
        DiagnosticDescriptors.HoleType, DiagnosticDescriptors.HoleUse, DiagnosticDescriptors.NullableHole, DiagnosticDescriptors.GroupAlwaysThere, DiagnosticDescriptors.RunReturnType, DiagnosticDescriptors.RunSetting, DiagnosticDescriptors.RunPattern,
        DiagnosticDescriptors.RunJsonContext, DiagnosticDescriptors.RunParameter, DiagnosticDescriptors.HoleSetting,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(
            static symbol =>
            {
                if (symbol.Symbol is IMethodSymbol method && RunMethods.Is(method))
                {
                    Check(symbol, method);
                }
            },
            SymbolKind.Method);
    }

    private static void Check(SymbolAnalysisContext context, IMethodSymbol method)
    {
        if (!MethodHost.Is(method.ContainingType))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.RunOutsideCommand, method.Locations[0], method.Name, method.ContainingType.Name));
            return;
        }

        MethodReader.Read(method, new SharedParts(""), out var mistakes);
        foreach (var mistake in mistakes)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.All.First(rule => rule.Id == $"TEXEC{(int)mistake.Kind:000}"),
                MistakeSite.Find(method, mistake.Place, context.Compilation, context.CancellationToken),
                ImmutableDictionary<string, string?>.Empty.Add(Fix, mistake.Fix),
                [.. mistake.Arguments]));
        }
    }
}
