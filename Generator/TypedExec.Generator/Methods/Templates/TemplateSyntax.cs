namespace TypedExec.Generator.Methods.Templates;

/// <summary>A word or a group of a template. The offsets are those of the template's value.</summary>
internal abstract record TemplateNode(int Start, int End);

/// <summary>A word: one argument, or one per item if it contains a list. Without parts it is an empty argument.</summary>
internal sealed record TemplateWord(int Start, int End, IReadOnlyList<TemplatePart> Parts) : TemplateNode(Start, End)
{
    public IEnumerable<TemplatePart> Holes => Parts.Where(static part => part.IsHole);
}

/// <summary>Words that are omitted together.</summary>
/// <param name="Start">The position of its opening bracket.</param>
/// <param name="End">The position after its closing bracket.</param>
/// <param name="Condition">The flag before the question mark, or null.</param>
/// <param name="Nodes">The content.</param>
internal sealed record TemplateGroup(int Start, int End, TemplatePart? Condition, IReadOnlyList<TemplateNode> Nodes) : TemplateNode(Start, End)
{
    /// <summary>Gets the holes of its own words, without those of nested groups.</summary>
    public IEnumerable<TemplatePart> Holes => Nodes.OfType<TemplateWord>().SelectMany(static word => word.Holes);
}

/// <summary>A text, or the parameter that a hole names.</summary>
internal sealed record TemplatePart(string Text, bool IsHole, int Start, int End);

/// <summary>Why a template can't be parsed.</summary>
internal sealed record TemplateMistake(int Start, int End, string Message);
