using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>[OptionSet] and [OptionGroup] require types that can be one, and properties that can be rendered.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionSetTypeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticDescriptors.OptionSetType];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(CheckType, SymbolKind.NamedType);
        context.RegisterSymbolAction(CheckProperty, SymbolKind.Property);
    }

    private static void CheckType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var set = KnownAttributes.Find(type, KnownAttributes.OptionSet);
        var group = KnownAttributes.Find(type, KnownAttributes.OptionGroup);
        var problem = set is not null && CommandClass.Is(type) ? "it is a command class itself, which others can derive from anyway: remove the attribute"
            : set is not null && type.TypeKind == TypeKind.Class && !CommandClass.IsAbstract(type) ? "commands derive from it, and it can't be run itself: make the class abstract"
            : group is not null && CommandClass.Is(type) ? "it is a command class itself: keep one of the attributes"
            : group is not null && type.IsStatic ? "a list can contain several instances of it: remove the modifier static"
            : null;
        if (problem is not null)
        {
            var attribute = set ?? group!;
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.OptionSetType, AttributeSite.Whole(attribute), AttributeSite.Name(attribute), type.Name, problem));
        }
    }

    private static void CheckProperty(SymbolAnalysisContext context)
    {
        var property = (IPropertySymbol)context.Symbol;
        if (KnownAttributes.Find(property, KnownAttributes.OptionGroup) is { } attribute
            && (PropertyAttribute.Parse(property) is not { } found || !found.IsOption))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.OptionSetType, AttributeSite.Whole(attribute), "OptionGroup", property.Name,
                PropertyAttribute.Parse(property) is null ? "its type isn't a class with [OptionGroup] or a list of one: use such a type, or remove the attribute" : "its [Argument] determines where it is placed: remove the attribute"));
        }
        else if (PropertyAttribute.Parse(property) is { Name.Length: 0, IsOption: true }
            && (CommandClass.Is(property.ContainingType) || KnownAttributes.Find(property.ContainingType, KnownAttributes.OptionGroup) is not null)
            && !PropertyParser.IsUsable(property))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.OptionSetType, property.Locations[0], "OptionGroup", property.Name, "it holds groups of options but can't be set: add an init accessor"));
        }
    }
}
