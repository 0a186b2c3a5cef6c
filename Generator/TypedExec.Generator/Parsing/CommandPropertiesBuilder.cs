namespace TypedExec.Generator.Parsing;

/// <summary>Collects the options and arguments of a class, in their order on the command line.</summary>
internal sealed class CommandPropertiesBuilder
{
    private List<CommandMember>? _options;
    private List<(int Position, CommandMember Model)>? _arguments;
    private List<EnumModel>? _enums;

    public void Add(CommandMember property, PropertyAttribute attribute, PropertyType type)
    {
        if (attribute.IsOption)
        {
            (_options ??= []).Add(property);
        }
        else
        {
            (_arguments ??= []).Add((attribute.Position, property));
        }

        if (attribute.Converter is null)
        {
            EnumParser.Add(ref _enums, type.KeyType);
            EnumParser.Add(ref _enums, type.ValueType);
        }
    }

    public CommandProperties Build()
        => new(EquatableArray<CommandMember>.From(_options), InOrder(_arguments), EquatableArray<EnumModel>.From(_enums));

    // Positions may be wrong in any way, which an analyzer reports. Equal ones keep their declaration order.
    private static EquatableArray<CommandMember> InOrder(List<(int Position, CommandMember Model)>? arguments)
        => arguments is null
            ? default
            : new([.. arguments.OrderBy(static argument => argument.Position).Select(static argument => argument.Model)]);
}

/// <summary>The options and arguments of a class, and the enums they render.</summary>
internal readonly record struct CommandProperties(
    EquatableArray<CommandMember> Options, EquatableArray<CommandMember> Arguments, EquatableArray<EnumModel> Enums)
{
    public static CommandProperties None => default;
}
