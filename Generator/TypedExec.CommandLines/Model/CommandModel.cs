namespace TypedExec.CommandLines.Model;

/// <summary>
/// All that the emitter knows of a command class. Only values, compared by value: no symbol, syntax node, location or
/// compilation, so that an edit elsewhere leaves it equal and nothing is emitted again.
/// </summary>
/// <param name="FullName">Namespace and type names with dots, without <c>@</c>: the name of the generated file.</param>
/// <param name="TypeReference">The <c>global::</c>-qualified name.</param>
/// <param name="Namespace">The namespace as written in code; null for the global one.</param>
/// <param name="Declarations">
/// The headers of the partial declarations around the members, the outermost first, such as <c>partial record Git</c>;
/// the last is the command class's own.
/// </param>
/// <param name="File">The program.</param>
/// <param name="Path">The words that select the subcommand, of all levels; empty for a root command.</param>
/// <param name="OwnPath">How many of the last words of <paramref name="Path"/> are the class's own.</param>
/// <param name="Traits">What kind of class it is.</param>
/// <param name="Parent">The <c>global::</c>-qualified outer command class, when it has options to hand down; else null.</param>
/// <param name="Fork">Whether the program speaks Node's IPC.</param>
/// <param name="Messages">The types of the messages of one that does; null where they have none.</param>
/// <param name="Options">The options in declaration order.</param>
/// <param name="Arguments">The positional arguments in the order of their positions.</param>
/// <param name="Enums">The enums whose values are rendered.</param>
/// <param name="Declared">Which generated members the user's own code takes the place of.</param>
internal sealed record CommandModel(
    string FullName,
    string TypeReference,
    string? Namespace,
    EquatableArray<string> Declarations,
    string File,
    EquatableArray<string> Path,
    int OwnPath,
    CommandTraits Traits,
    string? Parent,
    bool Fork,
    MessagesModel? Messages,
    EquatableArray<CommandMember> Options,
    EquatableArray<CommandMember> Arguments,
    EquatableArray<EnumModel> Enums,
    MemberSet Declared)
{
    /// <summary>The exit codes that are no failure; empty for 0 alone.</summary>
    public EquatableArray<int> SuccessExitCodes { get; init; }

    /// <summary>The class's name alone, without <c>@</c>.</summary>
    public string ShortName => FullName.Substring(FullName.LastIndexOf('.') + 1);

    public bool Has(CommandTraits trait) => (Traits & trait) != 0;

    public bool Emits(MemberSet member) => (Declared & member) == 0;
}

/// <summary>What kind of class a command class is.</summary>
[Flags]
internal enum CommandTraits
{
    None = 0,

    /// <summary>A static class, which gets the static forms only.</summary>
    Static = 1,

    /// <summary>It can be made with <c>new()</c> and the options' values, so that a builder can be generated.</summary>
    Buildable = 2,

    /// <summary>Nested command classes take its options over, as global ones.</summary>
    HandsDownOptions = 4,

    /// <summary>It has a base class, whose members the generated ones may hide.</summary>
    Derived = 8,

    /// <summary>It has [Run] methods on the instance, which render its options before their own words.</summary>
    HasInstanceMethods = 16,

    /// <summary>No class derives from it.</summary>
    Sealed = 32,

    /// <summary>Its base class is a command class, whose forms run this command too.</summary>
    DerivesFromCommand = 64,

    /// <summary>Its base class has a <c>ToArguments</c> that cannot be overridden.</summary>
    HidesToArguments = 128,

    /// <summary>It declares no constructor.</summary>
    ImplicitConstructor = 256,

    /// <summary>The outer commands have options that go after the words of a subcommand.</summary>
    OuterAfterSubcommand = 512,

    /// <summary>The outer commands have options that go after the arguments.</summary>
    OuterAfterArguments = 1024,

    /// <summary>It is a group of options, and no command.</summary>
    OptionGroup = 2048,

    /// <summary>It is a record, which makes a <c>ToString</c> of its own.</summary>
    Record = 4096,
}
