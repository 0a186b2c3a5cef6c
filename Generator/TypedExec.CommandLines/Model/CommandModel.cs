namespace TypedExec.CommandLines.Model;

/// <summary>
/// Everything that the emitter knows about a command class. It contains only values, compared by value, and no symbol, syntax
/// node, location or compilation, so that it stays equal after an edit elsewhere and nothing is emitted again.
/// </summary>
/// <param name="FullName">Namespace and type names with dots, without <c>@</c>: the name of the generated file.</param>
/// <param name="TypeReference">The <c>global::</c>-qualified name.</param>
/// <param name="Namespace">The namespace as written in code, or null for the global one.</param>
/// <param name="Declarations">The headers of the partial declarations around the members, the outermost first, such as <c>partial
/// record Git</c>; the last one is the command class's own.</param>
/// <param name="File">The program.</param>
/// <param name="Path">The words that select the subcommand, of all levels; empty for a root command.</param>
/// <param name="OwnPath">How many of the last words of <paramref name="Path"/> are the class's own.</param>
/// <param name="Traits">The kind of class.</param>
/// <param name="Parent">The <c>global::</c>-qualified outer command class if it has options to pass down; otherwise null.</param>
/// <param name="Fork">True if the program supports Node's IPC.</param>
/// <param name="Messages">The types of its messages, or null if they are untyped.</param>
/// <param name="Options">The options in declaration order.</param>
/// <param name="Arguments">The positional arguments, ordered by position.</param>
/// <param name="Enums">The enums whose values are rendered.</param>
/// <param name="Declared">The generated members that the user's own code replaces.</param>
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
    /// <summary>Gets the exit codes that count as success; empty for 0 only.</summary>
    public EquatableArray<int> SuccessExitCodes { get; init; }

    /// <summary>Gets the class's name only, without <c>@</c>.</summary>
    public string ShortName => FullName.Substring(FullName.LastIndexOf('.') + 1);

    public bool Has(CommandTraits trait) => (Traits & trait) != 0;

    public bool Emits(MemberSet member) => (Declared & member) == 0;
}

/// <summary>The kind of a command class.</summary>
[Flags]
internal enum CommandTraits
{
    None = 0,

    /// <summary>A static class, which gets only the static methods.</summary>
    Static = 1,

    /// <summary>It can be created with <c>new()</c> and the values of the options, so that a builder can be generated.</summary>
    Buildable = 2,

    /// <summary>Nested command classes take over its options as global ones.</summary>
    PassesOptionsDown = 4,

    /// <summary>It has a base class, whose members the generated ones may hide.</summary>
    Derived = 8,

    /// <summary>It has [Run] methods on the instance, which render its options before their own words.</summary>
    HasInstanceMethods = 16,

    /// <summary>No class derives from it.</summary>
    Sealed = 32,

    /// <summary>Its base class is a command class, whose methods run this command too.</summary>
    DerivesFromCommand = 64,

    /// <summary>Its base class has a <c>ToArguments</c> that can't be overridden.</summary>
    HidesToArguments = 128,

    /// <summary>It declares no constructor.</summary>
    ImplicitConstructor = 256,

    /// <summary>The outer commands have options that come after the words of a subcommand.</summary>
    OuterAfterSubcommand = 512,

    /// <summary>The outer commands have options that come after the arguments.</summary>
    OuterAfterArguments = 1024,

    /// <summary>It is a group of options rather than a command.</summary>
    OptionGroup = 2048,

    /// <summary>It is a record, which has its own <c>ToString</c>.</summary>
    Record = 4096,

    /// <summary>Nothing in scope hides the names of <see cref="Text.ShortNames"/>.</summary>
    ShortNames = 8192,
}
