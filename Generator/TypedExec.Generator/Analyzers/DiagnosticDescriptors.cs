using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Analyzers;

/// <summary>All rules, with messages that say what to do. Each has a page in docs/diagnostics.</summary>
internal static partial class DiagnosticDescriptors
{
    private const string Category = "TypedExec";
    private const string Pages = "https://github.com/typedexec/typedexec/blob/main/docs/diagnostics/";

    // A property, because fields of several files are initialized in no defined order.
    public static IReadOnlyList<DiagnosticDescriptor> All =>
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
