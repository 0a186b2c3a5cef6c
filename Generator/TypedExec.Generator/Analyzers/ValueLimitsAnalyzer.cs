using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>MinValues and MaxValues require a list and must not contradict each other.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValueLimitsAnalyzer() : PropertyAnalyzer(DiagnosticDescriptors.ValueLimits)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        if (PropertyAttribute.Parse(property) is { Details: { MinValues: not 1 } or { MaxValues: not 1 } } option
            && PropertyType.Parse(property.Type, isOption: true) is { } type
            && Problem(option, option.Details, type.Shape) is { } problem)
        {
            Report(context, AttributeSite.Find(attribute, option.Details.MaxValues == 1 ? "MinValues" : "MaxValues"), property.Name, problem);
        }
    }

    private static string? Problem(PropertyAttribute option, MemberDetails rules, MemberShape shape)
    {
        // A list of lists may have any number of values, unless MaxValues sets a limit.
        var max = shape == MemberShape.Groups && rules.MaxValues == 1 ? int.MaxValue : rules.MaxValues;
        return shape switch
        {
            MemberShape.OptionalList => "each of its values is optional: make it a list of strings, or remove MinValues and MaxValues",
            not (MemberShape.List or MemberShape.Groups)
                => "it holds a single value: make it a list, or remove MinValues and MaxValues",
            _ when rules.MinValues < 1 || max < 1 => "MinValues and MaxValues must be at least 1",
            _ when max < rules.MinValues => $"MinValues is {rules.MinValues} but MaxValues is {max}: increase MaxValues",
            _ when option.Join is not null && rules.TakesSeveralValues => "Join combines them into one value: remove Join or MaxValues",
            _ => null,
        };
    }
}
