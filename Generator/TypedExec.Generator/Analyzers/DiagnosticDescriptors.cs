using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Analyzers;

/// <summary>All rules, with messages that say what to do. Each has a page in docs/diagnostics.</summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "TypedExec";
    private const string Pages = "https://github.com/typedexec/typedexec/blob/main/docs/diagnostics/";

    public static readonly DiagnosticDescriptor CommandNotPartial = new(
        "TEXEC001",
        "Command class must be partial",
        "The command class '{0}' must be partial, so that its members can be generated: add the modifier",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC001.md");

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = new(
        "TEXEC002",
        "Type that contains a command class must be partial",
        "The type '{0}' must be partial because it contains the command class '{1}': add the modifier",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC002.md");

    public static readonly DiagnosticDescriptor BlankProgram = new(
        "TEXEC003",
        "Program or subcommand must have a name",
        "[{0}] on '{1}' has no name: specify {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC003.md");

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

    public static readonly DiagnosticDescriptor NameClash = new(
        "TEXEC012",
        "Name conflicts with a generated member",
        "'{0}' has the name of a member that is generated for '{1}': use another name, such as '{2}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC012.md");

    public static readonly DiagnosticDescriptor GenericCommand = new(
        "TEXEC013",
        "Command class must not be generic",
        "The command class '{0}' can't be generated because '{1}' has type parameters: remove them, or move the class out",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC013.md");

    public static readonly DiagnosticDescriptor SubcommandOutsideCommand = new(
        "TEXEC014",
        "Subcommand outside a command class",
        "'{0}' has [Subcommand] but is not nested directly in a class with [Command] or [Subcommand]: nest it in one, or use [Command]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC014.md");

    public static readonly DiagnosticDescriptor AbstractCommand = new(
        "TEXEC015",
        "Command class must not be abstract",
        "The command class '{0}' must not be abstract because instances of it are run: remove the modifier",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC015.md");

    public static readonly DiagnosticDescriptor FileLocalCommand = new(
        "TEXEC016",
        "Command class must not be file-local",
        "'{0}' is file-local, so a generated file can't extend it: remove the modifier",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC016.md");

    public static readonly DiagnosticDescriptor OptionAndArgument = new(
        "TEXEC017",
        "Property is both option and argument",
        "'{0}' has both [Option] and [Argument]: keep the one that the program expects",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC017.md");

    public static readonly DiagnosticDescriptor CommandAndSubcommand = new(
        "TEXEC018",
        "Class is both command and subcommand",
        "'{0}' has both [Command] and [Subcommand]: keep [Subcommand] for a part of the outer command, or [Command] for a separate program",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC018.md");

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

    public static readonly DiagnosticDescriptor NoBuilder = new(
        "TEXEC021",
        "Option builder can't be generated",
        "'{0}' gets no CreateBuilder() because {1}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC021.md");

    public static readonly DiagnosticDescriptor ShellTextNotConstant = new(
        "TEXEC022",
        "Shell command isn't constant",
        "This text goes to the shell unchanged, including its values: pass an interpolated string, $\"…\", whose holes are quoted for the shell",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC022.md");

    public static readonly DiagnosticDescriptor HoleInsideQuotes = new(
        "TEXEC023",
        "Hole is inside quotes of a shell command",
        "The hole '{0}' is inside quotes, but each hole is quoted automatically: remove the quotes around it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC023.md");

    public static readonly DiagnosticDescriptor MessagesNeedFork = new(
        "TEXEC024",
        "[Messages] requires a command that forks",
        "'{0}' has [Messages] but no Fork: add Fork = true to its [Command], or remove the attribute",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC024.md");

    public static readonly DiagnosticDescriptor MessagesUnusable = new(
        "TEXEC025",
        "[Messages] must name usable types",
        "[Messages] on '{0}' requires the following for {1}: {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC025.md");

    public static readonly DiagnosticDescriptor SpecificationMissing = new(
        "TEXEC026",
        "Specification must be an additional file",
        "The specification '{0}' isn't among the project's AdditionalFiles: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC026.md");

    public static readonly DiagnosticDescriptor SpecificationAmbiguous = new(
        "TEXEC027",
        "Specification matches several additional files",
        "The specification '{0}' matches {1}: specify more of the path",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC027.md");

    public static readonly DiagnosticDescriptor SpecificationNoJson = new(
        "TEXEC028",
        "Specification must be JSON",
        "Invalid JSON: {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC028.md");

    public static readonly DiagnosticDescriptor SpecificationWrong = new(
        "TEXEC029",
        "Specification is invalid",
        "Invalid specification: {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC029.md");

    public static readonly DiagnosticDescriptor SpecificationTooLarge = new(
        "TEXEC030",
        "Specification is too large",
        "This exceeds the limits of the generator: {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC030.md");

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

    public static readonly DiagnosticDescriptor EvaluatedHole = new(
        "TEXEC034",
        "Hole of a shell command is evaluated as code",
        "The hole '{0}' is {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC034.md");
    public static readonly DiagnosticDescriptor FlagSeparator = new(
        "TEXEC035",
        "Separator requires a value",
        "'{0}' is a flag, which has no value to separate: add TrueValue = \"true\" and FalseValue = \"false\" if the program takes one, or remove Separator",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC035.md");

    public static readonly DiagnosticDescriptor BlankInProgram = new(
        "TEXEC036",
        "Program name contains a space",
        "'{0}' isn't the name of a program: use [Command(\"{1}\")] with a nested class that has [Subcommand(\"{2}\")]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC036.md");

    public static readonly DiagnosticDescriptor DuplicateSubcommand = new(
        "TEXEC037",
        "Subcommand is declared twice",
        "The subcommand '{0}' of '{1}' is already the subcommand of '{2}': use different words, or combine the classes",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC037.md");

    public static readonly DiagnosticDescriptor NulInText = new(
        "TEXEC038",
        "Text contains a NUL",
        "{0} of '{1}' contains a NUL, which would truncate the argument: remove it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC038.md");

    public static readonly DiagnosticDescriptor LanguageTooOld = new(
        "TEXEC039",
        "Generated code requires C# 13",
        "This project is compiled as C# {0}, but generated code requires C# 13: set <LangVersion>13</LangVersion> or higher, or remove LangVersion",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC039.md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

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

    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        CommandNotPartial,
        ContainingTypeNotPartial,
        BlankProgram,
        OutsideCommand,
        PropertyNotSettable,
        UnsupportedType,
        DuplicateOption,
        BlankOption,
        PositionOutOfOrder,
        ListNotLast,
        NegationNeedsNullableBool,
        NameClash,
        GenericCommand,
        SubcommandOutsideCommand,
        AbstractCommand,
        FileLocalCommand,
        OptionAndArgument,
        CommandAndSubcommand,
        PreferShortNeedsShort,
        JoinNeedsList,
        NoBuilder,
        ShellTextNotConstant,
        HoleInsideQuotes,
        MessagesNeedFork,
        MessagesUnusable,
        SpecificationMissing,
        SpecificationAmbiguous,
        SpecificationNoJson,
        SpecificationWrong,
        SpecificationTooLarge,
        CountNeedsInt,
        ValueLimits,
        UnknownRelation,
        EvaluatedHole,
        FlagSeparator,
        BlankInProgram,
        DuplicateSubcommand,
        NulInText,
        LanguageTooOld,
        RunNotPartial,
        RunOutsideCommand,
        RunSignature,
        RunTemplate,
        UnknownHole,
        ParameterWithoutHole,
        HoleType,
        HoleUse,
        NullableHole,
        GroupAlwaysThere,
        RunReturnType,
        RunSetting,
        RunPattern,
        RunJsonContext,
        RunParameter,
        HoleSetting,
        InterfaceMember,
        UnusableSetting,
        InheritedOption,
        OptionSetType,
        OptionAfterMarker,
    ];
}
