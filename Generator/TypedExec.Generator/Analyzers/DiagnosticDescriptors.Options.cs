using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Analyzers;

/// <content>The rules for options and arguments.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor OutsideCommand = new(
        "TEXEC004",
        "Option or argument outside a command class",
        "'{0}' has [{1}], but '{2}' isn't a command class: add [Command] or [Subcommand] to the class, or remove the attribute",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC004.md");

    public static readonly DiagnosticDescriptor PropertyNotSettable = new(
        "TEXEC005",
        "Option or argument must be readable and settable",
        "'{0}' must be an instance property with a get accessor and an init or set accessor, such as {{ get; init; }}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC005.md");

    public static readonly DiagnosticDescriptor UnsupportedType = new(
        "TEXEC006",
        "Type can't be rendered",
        "'{0}' has the type '{1}', which can't be rendered on a command line as {2}: use {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC006.md");

    public static readonly DiagnosticDescriptor DuplicateOption = new(
        "TEXEC007",
        "Option name is used twice",
        "The option '{0}' of '{1}' is already the option of '{2}': use different names, or make one property a list",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC007.md");

    public static readonly DiagnosticDescriptor BlankOption = new(
        "TEXEC008",
        "Option must have a name",
        "[Option] on '{0}' has no name: specify the option's name including its dashes, such as \"--name\"",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC008.md");

    public static readonly DiagnosticDescriptor PositionOutOfOrder = new(
        "TEXEC009",
        "Positions must be consecutive and start at 0",
        "The position {0} of '{1}' is {2}: the positions of a class's arguments must be 0, 1, 2 and so on, so use {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC009.md");

    public static readonly DiagnosticDescriptor ListNotLast = new(
        "TEXEC010",
        "Two lists of arguments must be separable",
        "The program can't recognize where the list '{0}' ends and the list '{1}' begins: add a marker to '{1}', such as After = \"--\", or combine the lists",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC010.md");

    public static readonly DiagnosticDescriptor NegationNeedsNullableBool = new(
        "TEXEC011",
        "Negation requires a bool?",
        "'{0}' has a Negation, which is rendered for false but not for null: change its type to bool?, or remove Negation",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC011.md");

    public static readonly DiagnosticDescriptor OptionAndArgument = new(
        "TEXEC017",
        "Property is both option and argument",
        "'{0}' has both [Option] and [Argument]: keep the one that the program expects",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC017.md");

    public static readonly DiagnosticDescriptor PreferShortNeedsShort = new(
        "TEXEC019",
        "PreferShort requires Short",
        "'{0}' has PreferShort but no Short, so its long name is rendered: add Short, or remove PreferShort",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC019.md");

    public static readonly DiagnosticDescriptor JoinNeedsList = new(
        "TEXEC020",
        "Join requires a list",
        "'{0}' has Join but holds a single value, so there is nothing to join: make it a list, or remove Join",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC020.md");

    public static readonly DiagnosticDescriptor CountNeedsInt = new(
        "TEXEC031",
        "Count requires an int",
        "'{0}' has Count, which interprets a number as how often the option is repeated: change its type to int, or remove Count",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC031.md");

    public static readonly DiagnosticDescriptor ValueLimits = new(
        "TEXEC032",
        "Number of values can't be enforced",
        "'{0}' can't have this number of values after one option because {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC032.md");

    public static readonly DiagnosticDescriptor UnknownRelation = new(
        "TEXEC033",
        "Related option has no effect",
        "{0} of '{1}' names '{2}', which {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC033.md");

    public static readonly DiagnosticDescriptor FlagSeparator = new(
        "TEXEC035",
        "Separator requires a value",
        "'{0}' is a flag, which has no value to separate: add TrueValue = \"true\" and FalseValue = \"false\" if the program takes one, or remove Separator",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC035.md");

    public static readonly DiagnosticDescriptor UnusableSetting = new(
        "TEXEC057",
        "Setting can't be used on this property",
        "'{0}' can't have {1} because {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC057.md");

    public static readonly DiagnosticDescriptor InheritedOption = new(
        "TEXEC058",
        "Inherited option can't be used",
        "The option '{0}' of '{1}' can't be used because {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC058.md");

    public static readonly DiagnosticDescriptor OptionSetType = new(
        "TEXEC059",
        "Type can't be an option set or group",
        "[{0}] can't be used on '{1}' because {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC059.md");

    public static readonly DiagnosticDescriptor OptionAfterMarker = new(
        "TEXEC060",
        "Option follows the end-of-options marker",
        "The option '{0}' goes after {1}, which follow \"--\", where the program would take it for an argument: give it another Place, or remove the \"--\"",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC060.md");
}
