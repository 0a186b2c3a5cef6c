
namespace TypedExec.Generator.Methods.Model;

/// <summary>A word or a group.</summary>
internal abstract record TemplateItemModel;

/// <summary>A word, of texts and holes.</summary>
internal sealed record WordModel(EquatableArray<WordPartModel> Parts) : TemplateItemModel;

/// <summary>A text, or a hole.</summary>
internal sealed record WordPartModel(string Text, HoleModel? Hole);

/// <summary>Words that are left out together.</summary>
/// <param name="Conditions">The holes that must have a value, or be true.</param>
/// <param name="Items">What is in it.</param>
internal sealed record GroupModel(EquatableArray<HoleModel> Conditions, EquatableArray<TemplateItemModel> Items) : TemplateItemModel;

/// <summary>A parameter that is written into a word.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Identifier">Its name as code writes it.</param>
/// <param name="Shape">One value, or a list.</param>
/// <param name="Value">How a value, or an item, becomes text; null for a truth value.</param>
/// <param name="EnumField">The field with the texts of its enum; null when it is none.</param>
/// <param name="ItemType">The type of a list's item.</param>
/// <param name="Emptiness">How a list says whether it is empty.</param>
/// <param name="Nullable">Whether its type has null.</param>
/// <param name="AllowLeadingDash">Whether a word may begin with it although it starts with a dash.</param>
/// <param name="Secret">Whether it is masked.</param>
/// <param name="Join">What joins a list's items.</param>
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

    /// <summary>The list as code enumerates it.</summary>
    public string List => Emptiness is ListEmptiness.Copied or ListEmptiness.CopiedImmutable ? Local : Identifier;
}

/// <summary>What a hole's parameter holds.</summary>
internal enum HoleShape
{
    Value,
    Truth,
    List,
}

/// <summary>How a list says whether it is empty.</summary>
internal enum ListEmptiness
{
    Count,
    Length,

    /// <summary>It is copied into an array first: it might be enumerable once only.</summary>
    Copied,

    /// <summary>As <see cref="Copied"/>, of an immutable array, which may be <c>default</c>.</summary>
    CopiedImmutable,
}
