using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>The holes of a shell command must be outside quotes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HoleInsideQuotesAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticDescriptors.HoleInsideQuotes];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Check, OperationKind.InterpolatedStringHandlerCreation);
    }

    private static void Check(OperationAnalysisContext context)
    {
        if (context.Operation.Type is not INamedTypeSymbol { Name: "ShellCommand" } type
            || !KnownAttributes.IsOurs(type)
            || context.Operation.Syntax is not InterpolatedStringExpressionSyntax text)
        {
            return;
        }

        var quotes = new ShellQuotes();
        foreach (var part in text.Contents)
        {
            if (part is InterpolatedStringTextSyntax literal)
            {
                quotes.Read(literal.TextToken.ValueText);
            }
            else if (part is InterpolationSyntax hole && quotes.AreOpen)
            {
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.HoleInsideQuotes, hole.GetLocation(), hole.Expression.ToString()));
            }
        }
    }
}
