using TypedExec.Generator.Methods.Model;

namespace TypedExec.Generator.Methods.Emit;

/// <summary>Generates a method's body: the words of the template, then the call that runs them.</summary>
internal static class MethodBody
{
    public const string Call = "global::TypedExec.Generated.MethodCall";

    public static void Write(SourceWriter writer, MethodsModel type, MethodBodyModel body)
    {
        writer.Open();
        foreach (var parameter in body.NotNull)
        {
            writer.Line($"global::System.ArgumentNullException.ThrowIfNull({parameter});");
        }

        foreach (var list in body.Lists)
        {
            WriteCopy(writer, list);
        }

        WriteCall(writer, type, body);
        if (body.IsOnInstance)
        {
            writer.Line($"this.AddOptionsTo({body.Call}.Arguments);");
        }
        else
        {
            foreach (var word in type.Path)
            {
                writer.Line($"{body.Call}.Add({new Literal(word)});");
            }
        }

        WriteTemplate(writer, type, body);
        foreach (var progress in body.Other.Progress)
        {
            writer.Write($"{body.Call}.Report({progress.Identifier}");
            if (progress.Parser is { } parser)
            {
                writer.Write(", ");
                ParserText.Write(writer, parser);
            }

            writer.Line(");");
        }

        OutputText.Write(writer, body);
        writer.Close();
    }

    /// <summary>Generates the words, with the instance's options that don't come before all of them.</summary>
    private static void WriteTemplate(SourceWriter writer, MethodsModel type, MethodBodyModel body)
    {
        var places = body.IsOnInstance ? type.Places : CommandTraits.None;
        if ((places & CommandTraits.OuterAfterSubcommand) == 0)
        {
            TemplateText.Write(writer, body, body.Template);
        }
        else
        {
            // The words that the template begins with select the subcommand.
            TemplateItemModel[] items = [.. body.Template];
            TemplateItemModel[] words = [.. items.TakeWhile(IsSubcommandWord)];
            TemplateText.Write(writer, body, new(words));
            writer.Line($"this.AddOptionsAfterSubcommandTo({body.Call}.Arguments);");
            TemplateText.Write(writer, body, new([.. items.Skip(words.Length)]));
        }

        if ((places & CommandTraits.OuterAfterArguments) != 0)
        {
            writer.Line($"this.AddOptionsAfterArgumentsTo({body.Call}.Arguments);");
        }
    }

    private static bool IsSubcommandWord(TemplateItemModel item)
        => item is WordModel { Parts: { Count: 1 } parts } && parts[0] is { Hole: null, Text: not ['-', ..] };

    private static void WriteCall(SourceWriter writer, MethodsModel type, MethodBodyModel body)
    {
        (string Property, string? Value)[] settings =
        [
            ("Defaults", type.Interface is null ? null : "this._options"),
            ("Options", body.Other.Options),
            ("Input", body.Other.Input),
            ("InputStream", body.Other.InputStream),
            ("CancellationToken", body.Other.Token),
        ];
        writer.Write($"var {body.Call} = new {Call}({new Literal(type.File)})");
        var set = settings.Where(static setting => setting.Value is not null).Select(static setting => $"{setting.Property} = {setting.Value}").ToArray();
        writer.Line(set.Length == 0 ? ";" : $" {{ {string.Join(", ", set)} }};");
    }

    /// <summary>Generates a copy, into an array, of a list that can perhaps be enumerated only once.</summary>
    private static void WriteCopy(SourceWriter writer, HoleModel list)
    {
        var isEmpty = list.Emptiness switch
        {
            ListEmptiness.CopiedImmutable => $"{list.Identifier}.IsDefaultOrEmpty ? [] : ",
            ListEmptiness.CopiedStruct => "",
            _ => $"{list.Identifier} is null ? [] : ",
        };
        writer.Line($"{list.ItemType}[] {list.Local} = {isEmpty}[.. {list.Identifier}];");
    }
}
