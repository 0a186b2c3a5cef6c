using Microsoft.CodeAnalysis;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>The settings of a [Run].</summary>
internal sealed class RunSettings
{
    private RunSettings(string template) => Template = template;

    public string Template { get; }

    public string? FieldSeparator { get; private set; }

    public string? ItemSeparator { get; private set; }

    public string? Pattern { get; private set; }

    public string? PatternFrom { get; private set; }

    public INamedTypeSymbol? Json { get; private set; }

    /// <summary>Gets the exit code, or null if it isn't set.</summary>
    public int? FalseExitCode { get; private set; }

    /// <summary>Gets whether lines are matched with a pattern.</summary>
    public bool HasPattern => Pattern is not null || PatternFrom is not null;

    /// <summary>Returns null without the attribute, or without a constant template, which the compiler reports.</summary>
    public static RunSettings? Read(IMethodSymbol method)
    {
        if (KnownAttributes.Find(method, KnownAttributes.Run) is not { } attribute || KnownAttributes.Text(attribute) is not { } template)
        {
            return null;
        }

        var settings = new RunSettings(template);
        foreach (var argument in attribute.NamedArguments)
        {
            var value = argument.Value.Value;
            switch (argument.Key)
            {
                case nameof(FieldSeparator):
                    settings.FieldSeparator = value as string;
                    break;
                case nameof(ItemSeparator):
                    settings.ItemSeparator = value as string;
                    break;
                case nameof(Pattern):
                    settings.Pattern = value as string;
                    break;
                case nameof(PatternFrom):
                    settings.PatternFrom = value as string;
                    break;
                case nameof(Json):
                    settings.Json = value as INamedTypeSymbol;
                    break;
                case nameof(FalseExitCode):
                    settings.FalseExitCode = value as int?;
                    break;
            }
        }

        return settings;
    }
}
