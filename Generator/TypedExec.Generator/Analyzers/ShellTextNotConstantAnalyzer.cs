using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>A text for a shell must be a constant, or an interpolated string whose holes are quoted.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShellTextNotConstantAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticDescriptors.ShellTextNotConstant];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Check, OperationKind.Invocation);
        context.RegisterOperationAction(CheckReference, OperationKind.MethodReference);
    }

    private static void Check(OperationAnalysisContext context)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (invocation.TargetMethod is not { ContainingType: { } type } method || !TakesShellText(method.Name, type))
        {
            return;
        }

        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is { Ordinal: 0, Type.SpecialType: SpecialType.System_String }
                && !IsConstant(argument.Value))
            {
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.ShellTextNotConstant, argument.Value.Syntax.GetLocation()));
            }
        }
    }

    /// <summary>Handles a method as a delegate, which runs any text that it gets later.</summary>
    private static void CheckReference(OperationAnalysisContext context)
    {
        var method = ((IMethodReferenceOperation)context.Operation).Method;
        if (TakesShellText(method.Name, method.ContainingType)
            && method.Parameters is [{ Type.SpecialType: SpecialType.System_String }, ..])
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.ShellTextNotConstant, context.Operation.Syntax.GetLocation()));
        }
    }

    /// <summary>Returns whether the text is one of those in the source, whichever of them it is.</summary>
    private static bool IsConstant(IOperation value) => value switch
    {
        { ConstantValue.HasValue: true } => true,
        IConversionOperation conversion => IsConstant(conversion.Operand),
        IParenthesizedOperation parenthesized => IsConstant(parenthesized.Operand),
        IConditionalOperation { WhenFalse: { } other } conditional => IsConstant(conditional.WhenTrue) && IsConstant(other),
        ISwitchExpressionOperation choice => choice.Arms.All(static arm => IsConstant(arm.Value)),
        ICoalesceOperation coalesce => IsConstant(coalesce.Value) && IsConstant(coalesce.WhenNull),
        IThrowOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsConstant(sum.LeftOperand) && IsConstant(sum.RightOperand),
        _ => false,
    };

    /// <summary>
    /// Returns whether it is a method of a command, declared or specified, of a program without a class, or one that runs a whole
    /// shell line.
    /// </summary>
    private static bool TakesShellText(string method, INamedTypeSymbol type) => method switch
    {
        "Exec" or "ExecSync" => CommandClass.Is(type) || (type.Name is "Executable" or "Shell" or "SpecifiedCommand" && IsRuntimes(type)),
        "Command" => type.Name == "Shell" && IsRuntimes(type),
        _ => false,
    };

    /// <summary>Returns whether the runtime declares the type, either for users or as a base of generated code.</summary>
    private static bool IsRuntimes(INamedTypeSymbol type)
        => KnownAttributes.IsOurs(type)
            || type.ContainingNamespace is
            {
                Name: "Generated",
                ContainingNamespace: { Name: KnownAttributes.Namespace, ContainingNamespace.IsGlobalNamespace: true },
            };
}
