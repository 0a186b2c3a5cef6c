
namespace TypedExec.Generator.Parsing;

/// <summary>Collects the options and arguments of a class, in their order on the command line.</summary>
internal sealed class CommandPropertiesBuilder
{
    private List<PropertyModel>? _options;
    private List<(int Position, PropertyModel Model)>? _arguments;
    private List<EnumModel>? _enums;

    public void Add(PropertyModel property, PropertyAttribute attribute, PropertyType type)
    {
        if (attribute.IsOption)
        {
            (_options ??= []).Add(property);
        }
        else
        {
            (_arguments ??= []).Add((attribute.Position, property));
        }

        EnumParser.Add(ref _enums, type.KeyType);
        EnumParser.Add(ref _enums, type.ValueType);
    }

    public CommandProperties Build()
        => new(EquatableArray<PropertyModel>.From(_options), InOrder(_arguments), EquatableArray<EnumModel>.From(_enums));

    // Positions may be wrong in any way; an analyzer says so. Equal ones keep their declaration order.
    private static EquatableArray<PropertyModel> InOrder(List<(int Position, PropertyModel Model)>? arguments)
        => arguments is null
            ? default
            : new([.. arguments.OrderBy(static argument => argument.Position).Select(static argument => argument.Model)]);
}

/// <summary>The options and arguments of a class, and the enums they render.</summary>
internal readonly record struct CommandProperties(
    EquatableArray<PropertyModel> Options, EquatableArray<PropertyModel> Arguments, EquatableArray<EnumModel> Enums)
{
    public static CommandProperties None => default;
}
