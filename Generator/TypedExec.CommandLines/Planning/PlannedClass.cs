using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Declared;
using TypedExec.CommandLines.Specifications;

namespace TypedExec.CommandLines.Planning;

/// <summary>A class to be generated: the specification and the user's own code combined, with every member named.</summary>
/// <param name="name">The class's name.</param>
/// <param name="typeReference">Its <c>global::</c>-qualified name.</param>
/// <param name="specification">The specification of the class.</param>
/// <param name="declared">The user's declarations, or null if the user has no such class.</param>
/// <param name="outer">The class around it, or null for the program's own.</param>
/// <param name="words">Its own words on the command line.</param>
internal sealed class PlannedClass(
    string name, string typeReference, CommandSpecification specification, UserClass? declared, PlannedClass? outer, string[] words)
{
    private readonly Dictionary<string, ParentReferences> _usesAt = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public string TypeReference { get; } = typeReference;

    public CommandSpecification Specification { get; } = specification;

    public UserClass? Declared { get; } = declared;

    public PlannedClass? Outer { get; } = outer;

    public string[] Words { get; } = words;

    /// <summary>Gets the words of the classes around it, the outermost first.</summary>
    public string[] OuterWords { get; } = outer is null ? [] : [.. outer.OuterWords, .. outer.Words];

    public List<PlannedOption> Options { get; } = [];

    public List<PlannedArgument> Arguments { get; } = [];

    public List<PlannedGroup> Groups { get; } = [];

    public List<PlannedClass> Subcommands { get; } = [];

    /// <summary>Gets the base class that the persistent options of outer classes come from, or null if the class has them itself.</summary>
    public SharedOptions? Base { get; set; }

    /// <summary>Gets the base class that this class has for its subcommands, or null if they need none of its own.</summary>
    public SharedOptions? Shared { get; set; }

    /// <summary>Gets the pairs of mutually exclusive options.</summary>
    public List<OptionPair> Exclusive { get; } = [];

    /// <summary>Gets the pairs whose first option requires the second.</summary>
    public List<OptionPair> Dependent { get; } = [];

    /// <summary>Gets the class's own options that exclude or require others and that subcommands don't take over.</summary>
    public OptionSpecification[] LocalRelations
        => field ??= [.. Specification.Options.Where(static option => option.HasRelations && !option.Has(SpecificationTraits.Persistent))];

    /// <summary>Returns its options as code of its nested classes accesses them. Must be called after all are planned.</summary>
    public ParentReferences ReferencesThrough(string path)
    {
        if (!_usesAt.TryGetValue(path, out var uses))
        {
            _usesAt.Add(path, uses = new ParentReferences(OptionReferences.In(this, path)));
        }

        return uses;
    }

    /// <summary>
    /// Gets whether the class is static, so that it has only the static methods; only the program's own can be.
    /// </summary>
    public bool IsStatic { get; init; }

    /// <summary>Gets whether there is an outer command whose options come before this one's words.</summary>
    public bool HasParent => Outer is { IsStatic: false } && !(Declared is { } own && own.Members.Contains("Parent") && Emits(MemberSet.Parent)) && Outer.PassesOptionsDown;

    /// <summary>Gets whether the nested classes take over its options.</summary>
    public bool PassesOptionsDown => !IsStatic && (Options.Count > 0 || Groups.Count > 0 || Declared is { Options.Count: > 0 } || HasParent);

    /// <summary>Gets whether the methods come from the base class; otherwise they are generated.</summary>
    public bool Inherits => Outer is not null && Declared is not { CanInherit: false };

    /// <summary>
    /// Gets whether the requirements of the class's options are checked separately from adding them: a subcommand adds the
    /// options of its <c>Parent</c> and checks itself, because it may set the required ones.
    /// </summary>
    public bool ChecksDependenciesSeparately => Subcommands.Count > 0 && PassesOptionsDown && Dependent.Any(static pair => pair.Second.IsPassedDown);

    /// <summary>Returns whether this member is generated: the user's own code doesn't declare it.</summary>
    public bool Emits(MemberSet member) => Declared is not { } own || (own.Declared & member) == 0;

    /// <summary>Returns whether the user's own code has a member with this name.</summary>
    public bool Declares(string name) => Declared is { } own && (own.Members.Contains(name) || own.Nested.Any(nested => nested.Name == name));

    /// <summary>Returns a name for the backing field of a property that no user's member has.</summary>
    public string FieldOf(string property)
    {
        var field = "_" + property;
        while (Declares(field))
        {
            field += "_";
        }

        return field;
    }

    public bool IsBuildable => !IsStatic && Declared is not { IsBuildable: false };
}

/// <summary>An option with its property.</summary>
/// <param name="Specification">Its specification.</param>
/// <param name="Name">The property's name.</param>
/// <param name="Field">The backing field.</param>
/// <param name="Shape">The kind of value that the property holds.</param>
/// <param name="Origin">The class whose persistent option it is, or null if it is the class's own.</param>
/// <param name="OriginName">The property's name there.</param>
/// <param name="IsInherited">True if the property comes from the class's base class.</param>
internal sealed record PlannedOption(
    OptionSpecification Specification,
    string Name,
    string Field,
    MemberShape Shape,
    PlannedClass? Origin = null,
    string? OriginName = null,
    bool IsInherited = false)
{
    /// <summary>Gets the option as code would declare it.</summary>
    public CommandMember Member => SpecifiedMember.From(this);

    /// <summary>Gets the class whose property documents the option, or null for this one: a static class has no properties.</summary>
    public PlannedClass? Documented => Origin is { IsStatic: false } ? Origin : null;

    public bool IsList => Shape is MemberShape.List or MemberShape.OptionalList or MemberShape.Values or MemberShape.Groups;

    /// <summary>Gets whether the property takes one value or several, because the specification doesn't say which.</summary>
    public bool IsOneOrMany
        => Shape == MemberShape.List
            && Specification is { MaxTimes: OptionSpecification.Unknown, Join: null, PairSeparator: null }
            && !Specification.Arguments[0].Has(ArgumentTraits.Variadic);

    // A persistent option may be set on the outer command, and a flag that must be set isn't one. C# has no obsolete required
    // members.
    public bool IsRequired
        => Specification.Has(SpecificationTraits.Required)
            && Origin is null
            && Specification.Deprecation is null
            && Shape is not (MemberShape.Flag or MemberShape.NegatableFlag or MemberShape.Count);
}

/// <summary>An argument with its property: the specification's or the user's own.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Field">The backing field of an argument that isn't the user's own.</param>
/// <param name="Specification">Its specification, or null for the user's own argument.</param>
/// <param name="Own">The user's own property that replaces it.</param>
/// <param name="Marker">The option, such as <c>--</c>, that it follows, or null for an ordinary argument.</param>
/// <param name="AllowsLeadingDash">True if it already belongs to another program.</param>
internal sealed record PlannedArgument(
    string Name, string Field, ArgumentSpecification? Specification, CommandMember? Own, OptionSpecification? Marker, bool AllowsLeadingDash)
{
    /// <summary>Gets the argument as code would declare it.</summary>
    public CommandMember Member => SpecifiedMember.From(this);

    public bool IsList => Specification is { } argument && (argument.Has(ArgumentTraits.Variadic) || argument.PairSeparator is not null || Marker is { Arguments.Count: > 1 });
}

/// <summary>Two options that exclude or require each other.</summary>
internal sealed record OptionPair(OptionReference First, OptionReference Second);

/// <summary>An option as a condition.</summary>
/// <param name="Property">The property that holds it.</param>
/// <param name="Spelling">The option's name on the command line.</param>
/// <param name="Condition">The C# condition that it is set.</param>
/// <param name="IsPassedDown">True if subcommands accept it too.</param>
internal sealed record OptionReference(string Property, string Spelling, Condition Condition, bool IsPassedDown);
