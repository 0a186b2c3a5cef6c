using System.Text.Encodings.Web;
using System.Text.Json;
using TypedExec.Import.Help;

namespace TypedExec.Import.Specifications;

/// <summary>Writes the commands that were read from help texts as a command specification.</summary>
internal static class SpecificationWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",

        // Descriptions are text, not HTML, so quotes and angle brackets aren't escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(WalkedCommand root, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            WriteCommand(json, root);
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteCommand(Utf8JsonWriter json, WalkedCommand command)
    {
        json.WriteStartObject();
        WriteNames(json, command.Names);
        WriteText(json, "description", command.Description);
        WriteTexts(json, "sources", command.Sources);
        WriteList(json, "options", WithRest(command.Page), WriteOption);
        WriteList(json, "subcommands", command.Subcommands, WriteCommand);
        WriteList(json, "args", command.Page.Arguments, WriteValue);
        json.WriteEndObject();
    }

    private static void WriteOption(Utf8JsonWriter json, HelpOption option)
    {
        json.WriteStartObject();
        WriteNames(json, option.Names);
        WriteText(json, "description", option.Description);
        WriteFlag(json, "isRequired", option.IsRequired);
        // If the text says neither, the property takes one value or several.
        if (option.IsRepeatable || option.IsSingle)
        {
            json.WriteBoolean("isRepeatable", option.IsRepeatable);
        }

        WriteFlag(json, "isPersistent", option.IsPersistent);
        if (option.Separator is "=")
        {
            json.WriteBoolean("requiresSeparator", true);
        }
        else if (option.Separator is { } separator)
        {
            json.WriteString("requiresSeparator", separator);
        }

        WriteTexts(json, "exclusiveOn", option.ExclusiveOn);
        WriteTexts(json, "sources", option.Sources);
        WriteList(json, "args", option.Values, WriteValue);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, HelpValue value)
    {
        json.WriteStartObject();
        WriteText(json, "name", value.Name);
        WriteText(json, "description", value.Description);
        WriteFlag(json, "isOptional", value.IsOptional);
        WriteFlag(json, "isVariadic", value.IsVariadic);
        WriteFlag(json, "isCommand", value.IsCommand);
        switch (value.Type)
        {
            case HelpValueType.Integer:
                json.WriteString("type", "integer");
                break;
            case HelpValueType.Number:
                json.WriteString("type", "number");
                break;
            case HelpValueType.File:
                json.WriteString("template", "filepaths");
                break;
            case HelpValueType.Folder:
                json.WriteString("template", "folders");
                break;
        }

        WriteTexts(json, "suggestions", value.Suggestions);
        json.WriteEndObject();
    }

    /// <summary>Returns the options, followed by the option <c>--</c> if another program's command line comes after it.</summary>
    private static IReadOnlyList<HelpOption> WithRest(HelpPage page)
        => page.Rest.Count == 0
            ? page.Options
            : [.. page.Options, new HelpOption { Names = ["--"], Values = [page.Rest[0] with { IsVariadic = true, IsCommand = true, IsOptional = false }] }];

    private static void WriteTexts(Utf8JsonWriter json, string property, IReadOnlyList<string> texts)
        => WriteList(json, property, texts, static (json, text) => json.WriteStringValue(text));

    private static void WriteNames(Utf8JsonWriter json, IReadOnlyList<string> names)
    {
        if (names is [var name])
        {
            json.WriteString("name", name);
        }
        else
        {
            WriteList(json, "name", names, static (json, name) => json.WriteStringValue(name));
        }
    }

    private static void WriteText(Utf8JsonWriter json, string property, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(property, text);
        }
    }

    private static void WriteFlag(Utf8JsonWriter json, string property, bool value)
    {
        if (value)
        {
            json.WriteBoolean(property, true);
        }
    }

    private static void WriteList<T>(Utf8JsonWriter json, string property, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(property);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }
}
