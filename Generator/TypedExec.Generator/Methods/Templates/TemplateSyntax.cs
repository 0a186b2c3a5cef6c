namespace TypedExec.Generator.Methods.Templates;

/// <summary>A word or a group of a template. The offsets are those of the template's value.</summary>
internal abstract record TemplateNode(int Start, int End);

/// <summary>A word: one argument, or with a list in it one per item. Without parts it is an empty argument.</summary>
internal sealed record TemplateWord(int Start, int End, IReadOnlyList<TemplatePart> Parts) : TemplateNode(Start, End)
{
    public IEnumerable<TemplatePart> Holes => Parts.Where(static part => part.IsHole);
}

/// <summary>Words that are left out together.</summary>
/// <param name="Start">Where its bracket opens.</param>
/// <param name="End">Behind the bracket that closes it.</param>
/// <param name="Condition">The flag before the question mark; null when there is none.</param>
/// <param name="Nodes">What is in it.</param>
internal sealed record TemplateGroup(int Start, int End, TemplatePart? Condition, IReadOnlyList<TemplateNode> Nodes) : TemplateNode(Start, End)
{
    /// <summary>The holes of its own words, without those of groups in it.</summary>
    public IEnumerable<TemplatePart> Holes => Nodes.OfType<TemplateWord>().SelectMany(static word => word.Holes);
}

/// <summary>A text, or the parameter that a hole names.</summary>
internal sealed record TemplatePart(string Text, bool IsHole, int Start, int End);

/// <summary>Why a template cannot be read.</summary>
internal sealed record TemplateMistake(int Start, int End, string Message);
