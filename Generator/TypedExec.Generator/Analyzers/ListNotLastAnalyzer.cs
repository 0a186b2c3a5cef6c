using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>The program must be able to recognize where one list of arguments ends and the next begins.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ListNotLastAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.ListNotLast)
{
    private protected override bool HoldsForGroups => true;

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        // The positions there are among those of the specification.
        if (SpecifiedClass.IsSpecified(type))
        {
            return;
        }

        FoundMember? list = null;
        foreach (var argument in Positionals.Find(type))
        {
            if (PropertyType.From(argument.Property.Type, argument.Attribute) is not { IsList: true } shape)
            {
                continue;
            }

            // A marker, a value that begins with a dash, or a group of options shows where the previous list ends.
            if (list is { } before
                && argument.Attribute.After is null
                && (argument.Attribute.Traits & MemberTraits.AllowLeadingDash) == 0
                && shape.Shape != MemberShape.OptionGroupList)
            {
                Report(context, before.Property.Locations[0], before.Property.Name, argument.Property.Name);
            }

            list = argument;
        }
    }
}
