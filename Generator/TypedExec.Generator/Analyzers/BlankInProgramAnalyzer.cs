using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>[Command] must name a program, without its first arguments.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlankInProgramAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.BlankInProgram)
{
    private static readonly char[] Separators = ['/', '\\'];
    private static readonly char[] Blanks = [' ', '\t'];

    private protected override bool HoldsForInterfaces => true;

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        // A path may contain blanks in its folders, and so may the name at its end.
        if (KnownAttributes.Find(type, KnownAttributes.Command) is { } command
            && KnownAttributes.Text(command) is { } file
            && KnownAttributes.IsUsable(file)
            && file.IndexOfAny(Separators) < 0
            && file.Trim().IndexOfAny(Blanks) is > 0 and var blank)
        {
            Report(context, AttributeSite.Find(command), file, file.Trim().Substring(0, blank), file.Trim().Substring(blank).Trim());
        }
    }
}
