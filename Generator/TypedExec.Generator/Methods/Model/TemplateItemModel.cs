namespace TypedExec.Generator.Methods.Model;

/// <summary>A word or a group.</summary>
internal abstract record TemplateItemModel;

/// <summary>A word, which consists of texts and holes.</summary>
internal sealed record WordModel(EquatableArray<WordPartModel> Parts) : TemplateItemModel;

/// <summary>A text, or a hole.</summary>
internal sealed record WordPartModel(string Text, HoleModel? Hole);

/// <summary>Words that are omitted together.</summary>
/// <param name="Conditions">The holes that must have a value, or be true.</param>
/// <param name="Items">The content.</param>
internal sealed record GroupModel(EquatableArray<HoleModel> Conditions, EquatableArray<TemplateItemModel> Items) : TemplateItemModel;

/// <summary>A parameter that is rendered in a word.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Identifier">Its name as written in code.</param>
/// <param name="Shape">One value, or a list.</param>
/// <param name="Value">How a value, or an item, becomes text; null for a Boolean value.</param>
/// <param name="EnumField">The field with the texts of its enum, or null.</param>
/// <param name="ItemType">The type of a list's item.</param>
/// <param name="Emptiness">How to determine whether a list is empty.</param>
/// <param name="Nullable">True if its type allows null.</param>
/// <param name="AllowLeadingDash">True if a word may begin with it even if it starts with a dash.</param>
/// <param name="Secret">True if it is masked.</param>
/// <param name="Join">The text that joins a list's items.</param>
/// <param name="Format">The format string.</param>
/// <param name="Local">A name that no parameter has: the array of a list that is enumerated once, or the joined text.</param>
internal sealed record HoleModel(
    string Name,
    string Identifier,
    HoleShape Shape,
    ValueModel? Value,
    string? EnumField,
    string? ItemType,
    ListEmptiness Emptiness,
    bool Nullable,
    bool AllowLeadingDash,
    bool Secret,
    string? Join,
    string? Format,
    string Local)
{
    public bool IsList => Shape == HoleShape.List;

    /// <summary>Gets whether the list is copied into an array before it is used.</summary>
    public bool IsCopied => Emptiness is ListEmptiness.Copied or ListEmptiness.CopiedImmutable or ListEmptiness.CopiedStruct;

    /// <summary>Gets the list as code enumerates it.</summary>
    public string List => IsCopied ? Local : Identifier;
}

/// <summary>The kind of value that a hole's parameter holds.</summary>
internal enum HoleShape
{
    Value,
    Truth,
    List,
}

/// <summary>How to determine whether a list is empty.</summary>
internal enum ListEmptiness
{
    Count,
    Length,

    /// <summary>It is copied into an array first, because it can perhaps be enumerated only once.</summary>
    Copied,

    /// <summary>Like <see cref="Copied"/>, for an immutable array, which may be <c>default</c>.</summary>
    CopiedImmutable,

    /// <summary>Like <see cref="Copied"/>, for any other struct, such as <c>OneOrMany</c>, which is never null.</summary>
    CopiedStruct,
}
