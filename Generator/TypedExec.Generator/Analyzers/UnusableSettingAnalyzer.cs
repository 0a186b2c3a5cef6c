using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>Each setting requires a property that it applies to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusableSettingAnalyzer() : PropertyAnalyzer(DiagnosticDescriptors.UnusableSetting)
{
    private protected override void Check(SymbolAnalysisContext context, IPropertySymbol property, AttributeData attribute)
    {
        if (PropertyAttribute.Parse(property) is not { } read || property.Type.TypeKind is TypeKind.Error or TypeKind.TypeParameter)
        {
            return;
        }

        var type = PropertyType.From(property.Type, read);
        foreach (var setting in attribute.NamedArguments)
        {
            if (Problem(setting.Key, property, read, type) is { } problem)
            {
                Report(context, AttributeSite.Find(attribute, setting.Key), property.Name, setting.Key, problem);
            }
        }

        if (!read.IsOption && type is { Shape: MemberShape.Command } && CarriedCommand.IsPipeline(property.Type) && (read.Traits & MemberTraits.Quoted) == 0)
        {
            Report(context, AttributeSite.Whole(attribute), property.Name, "a pipeline without Quoting", "only a shell can run one: set Quoting = ShellQuoting.Posix");
        }
    }

    private static string? Problem(string setting, IPropertySymbol property, PropertyAttribute read, PropertyType? type) => setting switch
    {
        "Converter" when read.Converter is null => "it has no type: set it to typeof(X)",
        "Converter" when type is null
            => $"'{read.Converter!.Name}' has no method \"static string? ToText({property.Type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)} value)\" that is accessible: add one",
        "Converter" when read.Details is { Format: not null } => "Format has the same purpose: remove one of them",
        "TrueValue" or "FalseValue" when !PropertyType.IsBoolean(property.Type, out _) => "only a bool is true or false: change its type to bool, or remove the setting",
        "TrueValue" or "FalseValue" when read.Negation is not null => "Negation is another way to render false: remove one of them",
        "PairSeparator" when type is { Key: null } => "it doesn't hold pairs: make it a dictionary or a list of pairs, or remove the setting",
        "JoinEscape" when read.Join is null => "nothing is joined: add Join, or remove the setting",
        "Format" when type is { Value.Kind: not ValueKind.Formattable and not ValueKind.Converted }
            => "its values have no format: make it a number, a date or another formattable type, or remove the setting",
        "Quoting" when type is { Shape: not MemberShape.Command } => "it doesn't hold a command: change its type to ICommand or Pipeline, or remove the setting",
        _ => null,
    };
}
