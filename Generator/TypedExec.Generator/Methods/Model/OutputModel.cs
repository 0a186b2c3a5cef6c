
namespace TypedExec.Generator.Methods.Model;

/// <summary>What a method makes of the output.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsAsync">Whether it is awaited.</param>
/// <param name="Parser">What parses it, or each item.</param>
/// <param name="ItemSeparator">What separates items; null: line ends.</param>
/// <param name="FalseExitCode">The exit code that is false.</param>
/// <param name="Json">The JSON to read; null when it is none.</param>
internal sealed record OutputModel(
    OutputForm Kind, bool IsAsync, ParserModel? Parser = null, string? ItemSeparator = null, int FalseExitCode = 1, JsonModel? Json = null);

/// <summary>What the output becomes.</summary>
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
/// <param name="TypeOf">The type as <c>typeof</c> takes it.</param>
/// <param name="Context">The context that has its metadata.</param>
/// <param name="AllowNull">Whether it may be null.</param>
internal sealed record JsonModel(string Type, string TypeOf, string Context, bool AllowNull);

/// <summary>What parses a text.</summary>
/// <param name="Kind">By which means.</param>
/// <param name="Type">What it gives, with its nullable annotation.</param>
/// <param name="Inner">The type itself, without <c>?</c>.</param>
/// <param name="Nullable">Whether it may be null.</param>
/// <param name="IsValueType">Whether it is a value type.</param>
/// <param name="EnumField">The field with the texts of an enum.</param>
/// <param name="Separator">What separates a record's fields.</param>
/// <param name="Pattern">The expression of the regular expression.</param>
/// <param name="Fields">A record's fields, or the one group of a value.</param>
/// <param name="IsTuple">Whether the record is a tuple.</param>
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

/// <summary>By which means a text is parsed.</summary>
internal enum ParserKind
{
    Text,
    Value,
    Version,
    Uri,
    Enum,
    Fields,
    Groups,

    /// <summary>One group of a pattern that is the value.</summary>
    Group,
}

/// <summary>A field of a record.</summary>
/// <param name="Parameter">The constructor's parameter, as code writes it.</param>
/// <param name="Group">The group that it is taken from, in a pattern.</param>
/// <param name="Parser">What parses it.</param>
internal sealed record FieldModel(string Parameter, string Group, ParserModel Parser);
