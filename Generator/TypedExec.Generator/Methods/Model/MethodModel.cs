
namespace TypedExec.Generator.Methods.Model;

/// <summary>A [Run] method.</summary>
/// <param name="Header">Its implementing part up to the parameters' closing parenthesis.</param>
/// <param name="Mistake">The id of the diagnostic that leaves it without a body; null when it is sound.</param>
/// <param name="Body">Its body; null with a mistake.</param>
internal sealed record MethodModel(string Header, string? Mistake, MethodBodyModel? Body);

/// <summary>What a method does.</summary>
/// <param name="IsOnInstance">Whether the instance's options go first.</param>
/// <param name="Call">A name for the call that no parameter has.</param>
/// <param name="Item">A name for a list's item.</param>
/// <param name="Other">What the parameters that are no holes are for.</param>
/// <param name="NotNull">The parameters that must not be null.</param>
/// <param name="Lists">The lists that are enumerated once, into an array.</param>
/// <param name="Template">The words and groups.</param>
/// <param name="Output">What the output becomes.</param>
internal sealed record MethodBodyModel(
    bool IsOnInstance,
    string Call,
    string Item,
    OtherParametersModel Other,
    EquatableArray<string> NotNull,
    EquatableArray<HoleModel> Lists,
    EquatableArray<TemplateItemModel> Template,
    OutputModel Output);

/// <summary>The parameters that are no holes, as code writes them; null for those that the method does not have.</summary>
internal sealed record OtherParametersModel(
    string? Token, string? Options, string? SpawnOptions, string? Input, string? InputStream, EquatableArray<ProgressModel> Progress);

/// <summary>A listener to stderr.</summary>
/// <param name="Identifier">The parameter.</param>
/// <param name="Parser">What parses a line; null when it gets the lines themselves.</param>
internal sealed record ProgressModel(string Identifier, ParserModel? Parser);
