using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>A shell's text is a constant, or an interpolated string whose holes are quoted.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShellTextNotConstantAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.ShellTextNotConstant];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Check, OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (invocation.TargetMethod is not { Name: "Exec" or "ExecSync", ContainingType: { } type } || !RunsShells(type))
        {
            return;
        }

        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is { Ordinal: 0, Type.SpecialType: SpecialType.System_String }
                && !argument.Value.ConstantValue.HasValue)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.ShellTextNotConstant, argument.Value.Syntax.GetLocation()));
            }
        }
    }

    private static bool RunsShells(INamedTypeSymbol type)
        => CommandClass.Is(type) || (type.Name == "Executable" && KnownAttributes.IsOurs(type));
}
