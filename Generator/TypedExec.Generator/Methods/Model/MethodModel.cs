namespace TypedExec.Generator.Methods.Model;

/// <summary>A [Run] method.</summary>
/// <param name="Header">Its implementing part up to the closing parenthesis of the parameters.</param>
/// <param name="Mistake">The ID of the diagnostic that leaves it without a body, or null.</param>
/// <param name="Body">Its body, or null with a mistake.</param>
internal sealed record MethodModel(string Header, string? Mistake, MethodBodyModel? Body);

/// <summary>The body of a method.</summary>
/// <param name="IsOnInstance">True if the instance's options come first.</param>
/// <param name="Call">A name for the call that no parameter has.</param>
/// <param name="Item">A name for a list's item.</param>
/// <param name="Other">The parameters that aren't holes.</param>
/// <param name="NotNull">The parameters that must not be null.</param>
/// <param name="Lists">The lists that are enumerated once, into an array.</param>
/// <param name="Template">The words and groups.</param>
/// <param name="Output">The conversion of the output.</param>
internal sealed record MethodBodyModel(
    bool IsOnInstance,
    string Call,
    string Item,
    OtherParametersModel Other,
    EquatableArray<string> NotNull,
    EquatableArray<HoleModel> Lists,
    EquatableArray<TemplateItemModel> Template,
    OutputModel Output);

/// <summary>The parameters that aren't holes, as written in code; null for those that the method doesn't have.</summary>
internal sealed record OtherParametersModel(
    string? Token, string? Options, string? SpawnOptions, string? Input, string? InputStream, EquatableArray<ProgressModel> Progress);

/// <summary>A listener to stderr.</summary>
/// <param name="Identifier">The parameter.</param>
/// <param name="Parser">Parses a line, or null if the listener gets the lines themselves.</param>
internal sealed record ProgressModel(string Identifier, ParserModel? Parser);
