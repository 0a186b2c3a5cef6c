using TypedExec.Generator.Methods.Model;

namespace TypedExec.Generator.Methods.Emit;

/// <summary>Generates the statements that add the words of a template.</summary>
internal static class TemplateText
{
    private const string Mask = "***";

    /// <summary>Generates the words, and a blank line after each block that is followed by something.</summary>
    public static void Write(SourceWriter writer, MethodBodyModel body, EquatableArray<TemplateItemModel> items, bool isLast = false)
    {
        var isAfterBlock = false;
        foreach (var item in items)
        {
            if (isAfterBlock)
            {
                writer.Line();
            }

            isAfterBlock = IsBlock(item);
            if (item is GroupModel group)
            {
                WriteGroup(writer, body, group);
            }
            else
            {
                WriteWord(writer, body, (WordModel)item);
            }
        }

        if (isAfterBlock && !isLast)
        {
            writer.Line();
        }
    }

    private static bool IsBlock(TemplateItemModel item) => item switch
    {
        GroupModel group => group.Conditions.Count > 0 || (group.Items.Count > 0 && IsBlock(group.Items[group.Items.Count - 1])),
        WordModel { Parts.Count: > 1 } word => word.Parts.Any(static part => part.Hole is { IsList: true }),
        _ => false,
    };

    private static void WriteGroup(SourceWriter writer, MethodBodyModel body, GroupModel group)
    {
        if (group.Conditions.Count == 0)
        {
            Write(writer, body, group.Items, isLast: true);
            return;
        }

        writer.Line($"if ({string.Join(" && ", group.Conditions.Select(Condition))})");
        writer.Open();
        Write(writer, body, group.Items, isLast: true);
        writer.Close();
    }

    private static string Condition(HoleModel hole) => hole switch
    {
        { Shape: HoleShape.Truth } => hole.Nullable ? $"{hole.Identifier} is true" : hole.Identifier,
        { IsList: false } => $"{hole.Identifier} is not null",
        { Emptiness: ListEmptiness.Count } => $"{hole.Identifier} is {{ Count: > 0 }}",
        { Emptiness: ListEmptiness.Length } => $"{hole.Identifier} is {{ Length: > 0 }}",
        _ => $"{hole.Local}.Length > 0",
    };

    private static void WriteWord(SourceWriter writer, MethodBodyModel body, WordModel word)
    {
        switch (word.Parts.Count)
        {
            case 0:
                writer.Line($"{body.Call}.Add(\"\");");
                break;
            case 1 when word.Parts[0].Hole is null:
                writer.Line($"{body.Call}.Add({new Literal(word.Parts[0].Text)});");
                break;
            case 1:
                WriteHole(writer, body, word.Parts[0].Hole!);
                break;
            default:
                WriteMixed(writer, body, word);
                break;
        }
    }

    /// <summary>Generates a word that consists of a single hole.</summary>
    private static void WriteHole(SourceWriter writer, MethodBodyModel body, HoleModel hole)
    {
        writer.Write($"{body.Call}.{(hole is { IsList: true, Join: null } ? "AddHoles" : "AddHole")}({new Literal(hole.Name)}, ");
        if (hole is { IsList: true, Join: null })
        {
            writer.Write(hole.List);
            WriteItemText(writer, hole);
        }
        else
        {
            WriteText(writer, hole);
        }

        writer.Write(hole.AllowLeadingDash ? ", allowLeadingDash: true" : "");
        writer.Line(hole.Secret ? $", shown: \"{Mask}\");" : ");");
    }

    /// <summary>Generates a word of texts and holes; one word per item if it contains a list.</summary>
    private static void WriteMixed(SourceWriter writer, MethodBodyModel body, WordModel word)
    {
        var depth = 0;
        foreach (var part in word.Parts)
        {
            if (part.Hole is not { IsList: true } list)
            {
                continue;
            }

            depth++;
            if (list.Join is not null)
            {
                writer.Write("if (");
                WriteText(writer, list);
                writer.Line($" is {{ }} {list.Local})");
            }
            else
            {
                writer.Line($"foreach (var {body.Item} in {list.List}{(list.Emptiness is ListEmptiness.Count or ListEmptiness.Length ? " ?? []" : "")})");
                if (list.Value!.Nullable != ValueNullability.Never)
                {
                    depth++;
                    writer.Open();
                    writer.Line($"if ({body.Item} is not null)");
                }
            }

            writer.Open();
        }

        WriteMixedWord(writer, body, word);
        for (; depth > 0; depth--)
        {
            writer.Close();
        }
    }

    private static void WriteMixedWord(SourceWriter writer, MethodBodyModel body, WordModel word)
    {
        var holes = word.Parts.Where(static part => part.Hole is not null).Select(static part => part.Hole!).ToArray();
        var first = word.Parts[0].Hole;
        var names = string.Join(", ", holes.Select(static hole => hole.Name).Distinct());
        writer.Write($"{body.Call}.{(first is null ? "AddWord" : "AddHole")}({new Literal(names)}, ");
        WriteInterpolated(writer, body, word, masked: false);
        writer.Write(first is { AllowLeadingDash: true } ? ", allowLeadingDash: true" : "");
        if (holes.Any(static hole => hole.Secret))
        {
            writer.Write(", shown: ");
            WriteInterpolated(writer, body, word, masked: true);
        }

        if (IsGlued(word.Parts[0].Text))
        {
            writer.Write($", option: {new Literal(word.Parts[0].Text)}");
        }

        writer.Line(");");
    }

    /// <summary>
    /// Returns whether a text is an option's name to its end, so that it would be on its own before an empty value.
    /// </summary>
    private static bool IsGlued(string text) => text.Length > 1 && text[0] == '-' && char.IsLetterOrDigit(text[text.Length - 1]);

    private static void WriteInterpolated(SourceWriter writer, MethodBodyModel body, WordModel word, bool masked)
    {
        // A concatenation, so that a text with braces or quotes needs no second kind of escape.
        var isFirst = true;
        foreach (var part in word.Parts)
        {
            writer.Write(isFirst ? "" : " + ");
            isFirst = false;
            if (part.Hole is not { } hole)
            {
                writer.Write($"{new Literal(part.Text)}");
            }
            else if (masked && hole.Secret)
            {
                writer.Write($"\"{Mask}\"");
            }
            else if (hole is { IsList: true })
            {
                if (hole.Join is not null)
                {
                    writer.Write(hole.Local);
                }
                else
                {
                    ValueOf(writer, hole, body.Item, hole.Value!.Nullable == ValueNullability.Reference);
                }
            }
            else
            {
                WriteText(writer, hole);
            }
        }
    }

    /// <summary>Generates the expression of a hole that is one text.</summary>
    private static void WriteText(SourceWriter writer, HoleModel hole)
    {
        if (hole.IsList)
        {
            writer.Write($"{MethodBody.Call}.Join({new Literal(hole.Name)}, {hole.List}, {new Literal(hole.Join)}");
            WriteItemText(writer, hole);
            writer.Write(hole.Secret ? ", secret: true)" : ")");
        }
        else
        {
            ValueOf(writer, hole, hole.Identifier, hole.Nullable);
        }
    }

    /// <summary>Generates the function that returns an item's text, unless the items are strings.</summary>
    private static void WriteItemText(SourceWriter writer, HoleModel hole)
    {
        if (hole.Value!.Kind != ValueKind.String)
        {
            writer.Write(", static item => ");
            ValueOf(writer, hole, "item", hole.Value.Nullable != ValueNullability.Never);
        }
    }

    private static void ValueOf(SourceWriter writer, HoleModel hole, string source, bool isNullable)
    {
        if (hole.EnumField is { } field)
        {
            writer.Write($"{field}.Format({source}, {new Literal(hole.Name)})");
            return;
        }

        switch (hole.Value?.Kind)
        {
            case null:
                writer.Write($"{MethodBody.Call}.Format({source})");
                break;
            case ValueKind.Uri:
                writer.Write($"{source}{(isNullable ? "?" : "")}.OriginalString");
                break;
            case ValueKind.ToText:
                writer.Write($"{source}{(isNullable ? "?" : "")}.ToString()");
                break;
            case ValueKind.Formattable:
                writer.Write($"{MethodBody.Call}.Format({source}{(hole.Format is null ? "" : ", ")}");
                writer.Write(hole.Format is null ? $")" : $"{new Literal(hole.Format)})");
                break;
            default:
                writer.Write(source);
                break;
        }
    }
}
