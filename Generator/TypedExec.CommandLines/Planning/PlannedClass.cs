using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Declared;
using TypedExec.CommandLines.Specifications;

namespace TypedExec.CommandLines.Planning;

/// <summary>A class as it will be generated: specification and the user's own code put together, every member named.</summary>
/// <param name="name">The class's name.</param>
/// <param name="typeReference">Its <c>global::</c>-qualified name.</param>
/// <param name="specification">What the specification says of it.</param>
/// <param name="declared">What the user declares of it; null where the user has no such class.</param>
/// <param name="outer">The class around it; null for the program's own.</param>
/// <param name="words">The words of its own on the command line.</param>
internal sealed class PlannedClass(
    string name, string typeReference, CommandSpecification specification, DeclaredClass? declared, PlannedClass? outer, string[] words)
{
    private readonly Dictionary<string, OuterUses> _usesAt = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public string TypeReference { get; } = typeReference;

    public CommandSpecification Specification { get; } = specification;

    public DeclaredClass? Declared { get; } = declared;

    public PlannedClass? Outer { get; } = outer;

    public string[] Words { get; } = words;

    /// <summary>The words of the classes around it, the outermost first.</summary>
    public string[] OuterWords { get; } = outer is null ? [] : [.. outer.OuterWords, .. outer.Words];

    public List<PlannedOption> Options { get; } = [];

    public List<PlannedArgument> Arguments { get; } = [];

    public List<PlannedClass> Subcommands { get; } = [];

    /// <summary>The pairs of options that cannot be given together.</summary>
    public List<OptionPair> Exclusive { get; } = [];

    /// <summary>The pairs of which the first cannot be given without the second.</summary>
    public List<OptionPair> Dependent { get; } = [];

    /// <summary>The class's own options that bar or need others and that subcommands do not take over.</summary>
    public OptionSpecification[] LocalRelations
        => field ??= [.. Specification.Options.Where(static option => option.HasRelations && !option.Has(SpecificationTraits.Persistent))];

    /// <summary>Its options as the code of the classes in it reaches them; only when all are planned.</summary>
    public OuterUses UsesAt(string path)
    {
        if (!_usesAt.TryGetValue(path, out var uses))
        {
            _usesAt.Add(path, uses = new OuterUses(OptionUses.In(this, path)));
        }

        return uses;
    }

    /// <summary>Whether the class is static, so that it has the static forms only; only the program's own can be.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Whether there is an outer command whose options go before this one's words.</summary>
    public bool HasParent => Outer is { IsStatic: false } && !(Declared is { } own && own.Members.Contains("Parent") && !Has(MemberSet.Parent)) && Outer.HandsDown;

    /// <summary>Whether the classes nested in it take its options over.</summary>
    public bool HandsDown => !IsStatic && (Options.Count > 0 || Declared is { Options.Count: > 0 } || HasParent);

    /// <summary>Whether the forms come from the base class; else they are written out.</summary>
    public bool Inherits => Outer is not null && Declared is not { CanInherit: false };

    /// <summary>
    /// Whether what the class's options need of each other is checked apart from adding them: a subcommand adds the options of
    /// its <c>Parent</c> and checks itself, as it may hold what they need.
    /// </summary>
    public bool ChecksApart => Subcommands.Count > 0 && HandsDown && Dependent.Any(static pair => pair.Second.IsHandedDown);

    /// <summary>Whether the user's own code has this generated member.</summary>
    public bool Has(MemberSet member) => Declared is { } own && (own.Declared & member) != 0;

    /// <summary>The backing field of a property, by a name that the user's own members do not have.</summary>
    public string FieldOf(string property)
    {
        var field = "_" + property;
        while (Declared is { } own && (own.Members.Contains(field) || own.Nested.Any(nested => nested.Name == field)))
        {
            field += "_";
        }

        return field;
    }

    public bool IsBuildable => !IsStatic && Declared is not { IsBuildable: false };
}

/// <summary>An option with its property.</summary>
/// <param name="Specification">What the specification says of it.</param>
/// <param name="Name">The property's name.</param>
/// <param name="Field">The backing field.</param>
/// <param name="Shape">What the property holds.</param>
/// <param name="Origin">The class whose persistent option it is; null when it is the class's own.</param>
/// <param name="OriginName">The property's name there.</param>
internal sealed record PlannedOption(
    OptionSpecification Specification, string Name, string Field, MemberShape Shape, PlannedClass? Origin = null, string? OriginName = null)
{
    /// <summary>The option as code would declare it.</summary>
    public CommandMember Member => SpecifiedMember.From(this);

    public bool IsList => Shape is MemberShape.List or MemberShape.OptionalList or MemberShape.Values or MemberShape.Groups;

    // A persistent option may have been given to the outer command, and a flag that must be set is none. C# has no
    // obsolete required members.
    public bool IsRequired
        => Specification.Has(SpecificationTraits.Required)
            && Origin is null
            && Specification.Deprecation is null
            && Shape is not (MemberShape.Flag or MemberShape.NegatableFlag or MemberShape.Count);
}

/// <summary>An argument with its property: the specification's or the user's own.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Field">The backing field of what is not the user's own.</param>
/// <param name="Specification">What the specification says; null for an argument of the user's own.</param>
/// <param name="Own">The user's own property in its place.</param>
/// <param name="Marker">The option, such as <c>--</c>, that it stands behind; null for an ordinary argument.</param>
/// <param name="AllowsLeadingDash">Whether it belongs to another program already.</param>
internal sealed record PlannedArgument(
    string Name, string Field, ArgumentSpecification? Specification, CommandMember? Own, OptionSpecification? Marker, bool AllowsLeadingDash)
{
    /// <summary>The argument as code would declare it.</summary>
    public CommandMember Member => SpecifiedMember.From(this);

    public bool IsList => Specification is { } argument && (argument.Has(ArgumentTraits.Variadic) || Marker is { Arguments.Count: > 1 });
}

/// <summary>Two options that have to do with each other.</summary>
internal sealed record OptionPair(OptionUse First, OptionUse Second);

/// <summary>An option as a condition.</summary>
/// <param name="Property">The property that holds it.</param>
/// <param name="Spelling">The option's name on the command line.</param>
/// <param name="Condition">The C# condition that it is given.</param>
/// <param name="IsHandedDown">Whether subcommands take it too.</param>
internal sealed record OptionUse(string Property, string Spelling, Condition Condition, bool IsHandedDown);
