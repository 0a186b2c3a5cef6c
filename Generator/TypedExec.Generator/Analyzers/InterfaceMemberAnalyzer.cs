using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Methods.Parsing;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>Every member of an interface with [Command] must be implementable.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InterfaceMemberAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticDescriptors.InterfaceMember];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(
            static symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (type.TypeKind == TypeKind.Interface && MethodHost.Is(type))
                {
                    Check(symbol, type);
                }
            },
            SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        foreach (var member in MethodHost.MembersToImplement(type))
        {
            if (member is IMethodSymbol method && RunMethods.Is(method))
            {
                continue;
            }

            // An inherited member may be in another file, or in none: the interface is reported instead.
            var isOwn = SymbolEqualityComparer.Default.Equals(member.ContainingType, type);
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.InterfaceMember, (isOwn ? member : type).Locations[0], isOwn ? member.Name : $"{member.ContainingType.Name}.{member.Name}", type.Name));
        }
    }
}
