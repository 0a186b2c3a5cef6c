namespace TypedExec.Generator.Methods.Model;

/// <summary>How a method converts the output.</summary>
/// <param name="Kind">The result.</param>
/// <param name="IsAsync">True if it is awaited.</param>
/// <param name="Parser">Parses it, or each item.</param>
/// <param name="ItemSeparator">The text that separates items, or null for line endings.</param>
/// <param name="FalseExitCode">The exit code that means false.</param>
/// <param name="Json">The JSON to read, or null.</param>
internal sealed record OutputModel(
    OutputForm Kind, bool IsAsync, ParserModel? Parser = null, string? ItemSeparator = null, int FalseExitCode = 1, JsonModel? Json = null);

/// <summary>The result that the output is converted to.</summary>
internal enum OutputForm
{
    Nothing,
    Text,
    Bytes,
    Truth,
    Value,
    First,
    Array,
    List,
    Items,
    Json,
    JsonItems,
    Result,
    Status,
    Execution,
    Child,
}

/// <summary>Output that is JSON.</summary>
/// <param name="Type">The type, with its nullable annotation.</param>
/// <param name="TypeOf">The type as an argument of <c>typeof</c>.</param>
/// <param name="Context">The context that has its metadata.</param>
/// <param name="AllowNull">True if it may be null.</param>
internal sealed record JsonModel(string Type, string TypeOf, string Context, bool AllowNull);

/// <summary>How a text is parsed.</summary>
/// <param name="Kind">The kind of parser.</param>
/// <param name="Type">The type of the result, with its nullable annotation.</param>
/// <param name="Inner">The type itself, without <c>?</c>.</param>
/// <param name="Nullable">True if it may be null.</param>
/// <param name="IsValueType">True if it is a value type.</param>
/// <param name="EnumField">The field with the texts of an enum.</param>
/// <param name="Separator">The text that separates the fields of a record.</param>
/// <param name="Pattern">The expression of the regular expression.</param>
/// <param name="Fields">The fields of a record, or the single group of a value.</param>
/// <param name="IsTuple">True if the record is a tuple.</param>
internal sealed record ParserModel(
    ParserKind Kind,
    string Type,
    string Inner,
    bool Nullable = false,
    bool IsValueType = false,
    string? EnumField = null,
    string? Separator = null,
    string? Pattern = null,
    EquatableArray<FieldModel> Fields = default,
    bool IsTuple = false);

/// <summary>The kind of a parser.</summary>
internal enum ParserKind
{
    Text,
    Value,
    Version,
    Uri,
    Enum,
    Fields,
    Groups,

    /// <summary>One group of a pattern, which is the value.</summary>
    Group,
}

/// <summary>A field of a record.</summary>
/// <param name="Parameter">The constructor's parameter, as written in code.</param>
/// <param name="Group">The group that it is taken from, in a pattern.</param>
/// <param name="Parser">Parses it.</param>
internal sealed record FieldModel(string Parameter, string Group, ParserModel Parser);
