namespace TypedExec.Generator.Methods.Parsing;

/// <summary>A mistake in a [Run] method, with the arguments of its message. An analyzer finds its position in the file.</summary>
internal sealed record MethodMistake(MistakeKind Kind, MistakePlace Place, params string[] Arguments)
{
    /// <summary>Gets whether the method can get its body anyway.</summary>
    public bool IsWarning => Kind is MistakeKind.NullableHole or MistakeKind.GroupAlwaysThere or MistakeKind.SettingWithoutEffect;

    /// <summary>Gets the information for a fix.</summary>
    public string? Fix { get; init; }
}

/// <summary>The violated rule; the numbers are those of the diagnostics.</summary>
internal enum MistakeKind
{
    NotPartial = 40,
    OutsideCommand = 41,
    Signature = 42,
    Template = 43,
    UnknownHole = 44,
    ParameterWithoutHole = 45,
    HoleType = 46,
    HoleUse = 47,
    NullableHole = 48,
    GroupAlwaysThere = 49,
    ReturnType = 50,
    Setting = 51,
    Pattern = 52,
    JsonContext = 53,
    OtherParameter = 54,
    SettingWithoutEffect = 55,
    InterfaceMember = 56,
}

/// <summary>The part of the method that contains a mistake.</summary>
/// <param name="Kind">The part.</param>
/// <param name="Start">Its start in the template or in the text of the setting; for a parameter, its index.</param>
/// <param name="End">Its end in the template or in the text of the setting.</param>
/// <param name="Setting">The attribute's setting.</param>
internal readonly record struct MistakePlace(PlaceKind Kind, int Start = 0, int End = 0, string? Setting = null)
{
    public static readonly MistakePlace Name = new(PlaceKind.Name);
    public static readonly MistakePlace Return = new(PlaceKind.Return);

    public static MistakePlace Template(int start, int end) => new(PlaceKind.Template, start, end);

    public static MistakePlace Parameter(int index) => new(PlaceKind.Parameter, index);

    /// <summary>Returns the place of a setting of [Run].</summary>
    public static MistakePlace Run(string setting) => new(PlaceKind.RunSetting, Setting: setting);

    /// <summary>Returns the place of a setting of a parameter's [Hole].</summary>
    public static MistakePlace Hole(int index, string setting) => new(PlaceKind.HoleSetting, index, Setting: setting);

    /// <summary>Returns the place of the pattern of a parameter's [Progress].</summary>
    public static MistakePlace Progress(int index) => new(PlaceKind.Progress, index);
}

/// <summary>A part of a [Run] method.</summary>
internal enum PlaceKind
{
    Name,
    Return,
    Template,
    Parameter,
    RunSetting,
    HoleSetting,
    Progress,
}
