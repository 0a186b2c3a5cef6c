using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExec.Generator.Parsing;
using TypedExec.Shells;

namespace TypedExec.Generator.Analyzers;

/// <summary>
/// The holes of a shell command must not be code, such as an argument of <c>eval</c> or a script of <c>sh -c</c>. This is
/// determined by the runtime's own parser of POSIX shell text, whose sources are compiled into the analyzer.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EvaluatedHoleAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticDescriptors.EvaluatedHole];

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
            || context.Operation.Syntax is not InterpolatedStringExpressionSyntax interpolated)
        {
            return;
        }

        var text = new StringBuilder();
        var holes = new List<InterpolationSyntax?>();
        if (!IsWholeLine(context.Operation))
        {
            // The program, whose name comes before this text.
            text.Append(HolePosition.Mark).Append(' ');
            holes.Add(null);
        }

        foreach (var part in interpolated.Contents)
        {
            if (part is InterpolatedStringTextSyntax literal)
            {
                text.Append(literal.TextToken.ValueText);
            }
            else if (part is InterpolationSyntax hole && TypeOf(context, hole) is INamedTypeSymbol { Name: "ShellCommand" } inner && KnownAttributes.IsOurs(inner))
            {
                // The caller's own shell text, such as ShellCommand.Raw: not a value that could be quoted.
                text.Append("text");
            }
            else if (part is InterpolationSyntax value)
            {
                text.Append(HolePosition.Mark);
                holes.Add(value);
            }
        }

        var places = new PosixScanner(text.ToString(), supportsAnsiQuotes: true).Scan(holes.Count);
        for (var i = 0; i < places.Length; i++)
        {
            if (holes[i] is { } hole && places[i] is { IsEvaluated: true, Refusal: { } refusal } && !(places[i].AllowsNumber && IsNumber(context, hole)))
            {
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.EvaluatedHole, hole.GetLocation(), hole.Expression.ToString(), refusal));
            }
        }
    }

    /// <summary>Returns whether no program comes before the text: the methods of <c>Shell</c> run the line unchanged.</summary>
    private static bool IsWholeLine(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null and not IBlockOperation; parent = parent.Parent)
        {
            if (parent is IInvocationOperation invocation)
            {
                return invocation.TargetMethod.ContainingType is { Name: "Shell" } type && KnownAttributes.IsOurs(type);
            }
        }

        return false;
    }

    private static bool IsNumber(OperationAnalysisContext context, InterpolationSyntax hole)
        => TypeOf(context, hole)?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static ITypeSymbol? TypeOf(OperationAnalysisContext context, InterpolationSyntax hole)
        => context.Operation.SemanticModel?.GetTypeInfo(hole.Expression, context.CancellationToken).Type;
}
