using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>[Command] and [Subcommand] must have a name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlankProgramAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.BlankProgram)
{
    private protected override bool HoldsForInterfaces => true;

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        Check(context, type, KnownAttributes.Command, "the program's name or path, such as \"git\"");
        Check(context, type, KnownAttributes.Subcommand, "the words that select the subcommand, such as \"commit\"");
    }

    private void Check(SymbolAnalysisContext context, INamedTypeSymbol type, string name, string expected)
    {
        // If the text isn't a constant, the compiler has reported the argument itself.
        if (KnownAttributes.Find(type, name) is { ConstructorArguments: [{ Kind: not TypedConstantKind.Error }] } attribute
            && !KnownAttributes.IsUsable(KnownAttributes.Text(attribute)))
        {
            Report(context, AttributeSite.Find(attribute), name.Substring(0, name.Length - "Attribute".Length), type.Name, expected);
        }
    }
}
