namespace TypedExec.Generator.Methods.Model;

/// <summary>
/// Everything that the emitter knows about a type with [Run] methods. It contains only values, compared by value, like
/// <see cref="CommandModel"/>.
/// </summary>
/// <param name="FullName">Namespace and type names with dots: the name of the generated file.</param>
/// <param name="TypeReference">The <c>global::</c>-qualified name.</param>
/// <param name="Namespace">The namespace as written in code, or null for the global one.</param>
/// <param name="Declarations">The headers of the partial declarations around the members, the outermost first.</param>
/// <param name="File">The program.</param>
/// <param name="Path">The words that select the subcommand, of all levels.</param>
/// <param name="Interface">What an interface needs in addition, or null for a class.</param>
/// <param name="PartsName">The nested class of what methods share: a name that the type doesn't use.</param>
/// <param name="Methods">The methods.</param>
/// <param name="Enums">The enums that are written or read.</param>
/// <param name="Patterns">The regular expressions.</param>
/// <param name="HasShortNames">True if nothing hides the names of <see cref="ShortNames"/>.</param>
/// <param name="Places">The places of an instance's options besides the default one.</param>
internal sealed record MethodsModel(
    string FullName,
    string TypeReference,
    string? Namespace,
    EquatableArray<string> Declarations,
    string File,
    EquatableArray<string> Path,
    InterfaceModel? Interface,
    string PartsName,
    EquatableArray<MethodModel> Methods,
    EquatableArray<EnumTextsModel> Enums,
    EquatableArray<string> Patterns,
    bool HasShortNames,
    CommandTraits Places = CommandTraits.None);

/// <summary>What is generated for an interface in addition to the methods.</summary>
/// <param name="ImplementationName">The nested class that implements it.</param>
/// <param name="EmitsCreate">True if <c>Create</c> is generated, because the user has none.</param>
/// <param name="Broken">Why no implementation can be generated, or null.</param>
internal sealed record InterfaceModel(string ImplementationName, bool EmitsCreate, string? Broken);

/// <summary>An enum that is written to arguments or read from output.</summary>
/// <param name="Type">Its <c>global::</c>-qualified name.</param>
/// <param name="Field">The field that contains its texts.</param>
/// <param name="Members">Its members.</param>
internal sealed record EnumTextsModel(string Type, string Field, EquatableArray<EnumMemberModel> Members);
