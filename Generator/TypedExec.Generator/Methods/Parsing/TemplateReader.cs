using Microsoft.CodeAnalysis;
using TypedExec.Generator.Methods.Model;
using TypedExec.Generator.Methods.Templates;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>Binds the holes of a template to the parameters of its method.</summary>
internal sealed class TemplateReader(IMethodSymbol method, List<MethodMistake> mistakes, Func<IParameterSymbol, HoleModel?> holes)
{
    private readonly Dictionary<string, HoleModel?> _known = [];
    private readonly List<HoleModel> _used = [];
    private readonly List<string> _notNull = [];

    /// <summary>Gets the parameters that must not be null, in the order of the method.</summary>
    public EquatableArray<string> NotNull
        => EquatableArray<string>.From([.. _used.Select(static hole => hole.Identifier).Where(_notNull.Contains)]);

    /// <summary>Gets the lists to copy.</summary>
    public EquatableArray<HoleModel> Lists => EquatableArray<HoleModel>.From(
        [.. _used.Where(static hole => hole is { IsList: true, IsCopied: true })]);

    public bool Uses(string parameter) => _known.ContainsKey(parameter);

    public EquatableArray<TemplateItemModel> Read(IReadOnlyList<TemplateNode> nodes) => Read(nodes, isInGroup: false);

    private EquatableArray<TemplateItemModel> Read(IReadOnlyList<TemplateNode> nodes, bool isInGroup)
    {
        var items = new List<TemplateItemModel>();
        foreach (var node in nodes)
        {
            items.Add(node is TemplateGroup group ? ReadGroup(group) : ReadWord((TemplateWord)node, isInGroup));
        }

        return EquatableArray<TemplateItemModel>.From(items);
    }

    private GroupModel ReadGroup(TemplateGroup group)
    {
        var conditions = new List<HoleModel>();
        var before = mistakes.Count;
        if (group.Condition is { } condition && Find(condition) is { } flag)
        {
            if (flag.Shape == HoleShape.Truth)
            {
                conditions.Add(flag);
            }
            else
            {
                mistakes.Add(new MethodMistake(
                    MistakeKind.HoleUse,
                    MistakePlace.Template(condition.Start, condition.End),
                    condition.Text,
                    "the text before ? must be a bool parameter; a group is omitted automatically if a parameter in it is null"));
            }
        }

        var items = Read(group.Nodes, isInGroup: true);
        foreach (var hole in group.Holes)
        {
            if (_known.TryGetValue(hole.Text, out var model) && model is not null && CanBeMissing(model) && !conditions.Contains(model))
            {
                conditions.Add(model);
            }
        }

        if (conditions.Count == 0 && mistakes.Count == before)
        {
            mistakes.Add(new MethodMistake(MistakeKind.GroupAlwaysThere, MistakePlace.Template(group.Start, group.End)));
        }

        return new GroupModel(EquatableArray<HoleModel>.From(conditions), items);
    }

    private WordModel ReadWord(TemplateWord word, bool isInGroup)
    {
        var parts = new List<WordPartModel>();
        var lists = 0;
        foreach (var part in word.Parts)
        {
            var hole = part.IsHole ? Find(part) : null;
            parts.Add(new WordPartModel(part.IsHole ? "" : part.Text, hole));
            if (hole is null)
            {
                continue;
            }

            var place = MistakePlace.Template(part.Start, part.End);
            if (hole is { IsList: true, Join: null } && ++lists == 2)
            {
                mistakes.Add(new MethodMistake(
                    MistakeKind.HoleUse, place, part.Text, "a word can contain only one list, which becomes one word per item; join the other with [Hole(Join = \",\")]"));
            }

            if (hole.IsList || isInGroup)
            {
                continue;
            }

            if (hole.Nullable)
            {
                mistakes.Add(new MethodMistake(MistakeKind.NullableHole, place, part.Text) { Fix = $"{word.Start}-{word.End}" });
            }

            if (hole.Nullable || hole.Value is { Nullable: ValueNullability.Reference })
            {
                _notNull.Add(hole.Identifier);
            }
        }

        return new WordModel(EquatableArray<WordPartModel>.From(parts));
    }

    /// <summary>Returns null if no parameter has the name, or its type can't be rendered.</summary>
    private HoleModel? Find(TemplatePart part)
    {
        if (_known.TryGetValue(part.Text, out var known))
        {
            return known;
        }

        var parameter = method.Parameters.FirstOrDefault(parameter => parameter.Name == part.Text);
        if (parameter is null)
        {
            mistakes.Add(new MethodMistake(MistakeKind.UnknownHole, MistakePlace.Template(part.Start, part.End), part.Text, method.Name) { Fix = part.Text });
            return _known[part.Text] = null;
        }

        var hole = _known[part.Text] = holes(parameter);
        if (hole is not null)
        {
            _used.Add(hole);
        }

        return hole;
    }

    private static bool CanBeMissing(HoleModel hole)
        => hole.IsList || hole.Nullable || hole.Shape == HoleShape.Truth;
}
