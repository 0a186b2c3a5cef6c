using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Analyzers;

/// <content>The rules for typed methods.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor RunNotPartial = new(
        "TEXEC040",
        "[Run] method must not have a body",
        "'{0}' must be {1} so that its body can be generated",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC040.md");

    public static readonly DiagnosticDescriptor RunOutsideCommand = new(
        "TEXEC041",
        "[Run] outside a command",
        "'{0}' has [Run], but '{1}' isn't a command: add [Command] to the class or the interface, or [Subcommand] to a nested class",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC041.md");

    public static readonly DiagnosticDescriptor RunSignature = new(
        "TEXEC042",
        "[Run] method can't be generated",
        "'{0}' can't get a body because {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC042.md");

    public static readonly DiagnosticDescriptor RunTemplate = new(
        "TEXEC043",
        "Template is malformed",
        "The template can't be read: {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC043.md");

    public static readonly DiagnosticDescriptor UnknownHole = new(
        "TEXEC044",
        "Hole names no parameter",
        "'{0}' isn't a parameter of '{1}': add the parameter, or correct the name",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC044.md");

    public static readonly DiagnosticDescriptor ParameterWithoutHole = new(
        "TEXEC045",
        "Parameter isn't in the template",
        "The parameter '{0}' isn't in the template: add {{{0}}} where it belongs, or remove the parameter",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC045.md");

    public static readonly DiagnosticDescriptor HoleType = new(
        "TEXEC046",
        "Parameter can't be converted to text",
        "The parameter '{0}' has the type '{1}', which can't be rendered on a command line: use {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC046.md");

    public static readonly DiagnosticDescriptor HoleUse = new(
        "TEXEC047",
        "Parameter can't be used here",
        "'{0}' can't be used here: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC047.md");

    public static readonly DiagnosticDescriptor NullableHole = new(
        "TEXEC048",
        "Parameter may be null outside a group",
        "'{0}' may be null, which throws here: put the word into [ ] to omit it in that case",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC048.md");

    public static readonly DiagnosticDescriptor GroupAlwaysThere = new(
        "TEXEC049",
        "Group is never omitted",
        "No parameter in this group can be null, empty or false, so the group is always included: remove the brackets, or make a parameter nullable",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC049.md");

    public static readonly DiagnosticDescriptor RunReturnType = new(
        "TEXEC050",
        "Return type can't be created from the output",
        "'{0}' can't be created from the output: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC050.md");

    public static readonly DiagnosticDescriptor RunSetting = new(
        "TEXEC051",
        "Setting of [Run] can't be used",
        "{0} can't be used here: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC051.md");

    public static readonly DiagnosticDescriptor RunPattern = new(
        "TEXEC052",
        "Pattern can't be used",
        "The pattern can't be used: {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC052.md");

    public static readonly DiagnosticDescriptor RunJsonContext = new(
        "TEXEC053",
        "JSON context can't be used",
        "The JSON context can't be used: {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC053.md");

    public static readonly DiagnosticDescriptor RunParameter = new(
        "TEXEC054",
        "Parameter can't be used",
        "The parameter '{0}' can't be used: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC054.md");

    public static readonly DiagnosticDescriptor HoleSetting = new(
        "TEXEC055",
        "Setting of a hole has no effect",
        "{0} of '{1}' has no effect: {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC055.md");

    public static readonly DiagnosticDescriptor InterfaceMember = new(
        "TEXEC056",
        "Interface member has no [Run]",
        "'{0}' has no [Run], so '{1}' can't be implemented: add [Run], or give the member a body",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC056.md");
}
