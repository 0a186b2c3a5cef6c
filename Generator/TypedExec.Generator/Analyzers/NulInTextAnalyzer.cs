using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>No text of an attribute may contain a NUL, which would truncate the argument.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NulInTextAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] Attributes = [KnownAttributes.Option, KnownAttributes.Argument, KnownAttributes.Value];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticDescriptors.NulInText];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Check, SymbolKind.Property, SymbolKind.Field);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        foreach (var attribute in context.Symbol.GetAttributes())
        {
            if (!Attributes.Any(name => KnownAttributes.Is(attribute, name)))
            {
                continue;
            }

            // A name with a NUL isn't a name, which another rule reports.
            if (KnownAttributes.Is(attribute, KnownAttributes.Value) && HasNul(attribute.ConstructorArguments.FirstOrDefault()))
            {
                Report(context, AttributeSite.Find(attribute), "the text");
            }

            foreach (var argument in attribute.NamedArguments)
            {
                if (HasNul(argument.Value))
                {
                    Report(context, AttributeSite.Find(attribute, argument.Key), argument.Key);
                }
            }
        }
    }

    private static bool HasNul(TypedConstant value)
        => value is { Kind: TypedConstantKind.Primitive, Value: string text } && text.IndexOf('\0') >= 0;

    private static void Report(SymbolAnalysisContext context, Location location, string setting)
        => context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.NulInText, location, setting, context.Symbol.Name));
}
