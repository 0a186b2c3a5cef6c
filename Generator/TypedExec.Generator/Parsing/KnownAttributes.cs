using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>The attributes that users write, by name.</summary>
internal static class KnownAttributes
{
    public const string Namespace = "TypedExec";
    public const string Command = "CommandAttribute";
    public const string Subcommand = "SubcommandAttribute";
    public const string Option = "OptionAttribute";
    public const string Argument = "ArgumentAttribute";
    public const string OptionSet = "OptionSetAttribute";
    public const string OptionGroup = "OptionGroupAttribute";
    public const string Messages = "MessagesAttribute";
    public const string Value = "EnumValueAttribute";
    public const string Run = "RunAttribute";
    public const string Hole = "HoleAttribute";
    public const string Progress = "ProgressAttribute";

    /// <summary>Returns the symbol's attribute of this name, or null.</summary>
    public static AttributeData? Find(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Is(attribute, name))
            {
                return attribute;
            }
        }

        return null;
    }

    public static bool Is(AttributeData attribute, string name)
        => attribute.AttributeClass is { } type && type.Name == name && IsOurs(type);

    public static bool IsOurs(INamedTypeSymbol type)
        => type.ContainingNamespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>
    /// Returns the text that was passed to the attribute's constructor, or null if it is missing or of another type.
    /// </summary>
    public static string? Text(AttributeData attribute)
        => attribute.ConstructorArguments is [{ Value: string text }, ..] ? text : null;

    /// <summary>
    /// Returns whether a text can name a program, a subcommand or an option: it isn't blank and contains no NUL.
    /// </summary>
    public static bool IsUsable(string? text) => !string.IsNullOrWhiteSpace(text) && text!.IndexOf('\0') < 0;
}
