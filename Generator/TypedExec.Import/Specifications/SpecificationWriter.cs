using System.Text.Encodings.Web;
using System.Text.Json;
using TypedExec.Import.Help;

namespace TypedExec.Import.Specifications;

/// <summary>Writes what was read from help texts as a command specification.</summary>
internal static class SpecificationWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",

        // Descriptions are text, not HTML: quotes and angle brackets stay readable.
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
        WriteList(json, "options", command.Page.Options, WriteOption);
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
        WriteFlag(json, "isRepeatable", option.IsRepeatable);
        WriteFlag(json, "isPersistent", option.IsPersistent);
        if (option.Separator is "=")
        {
            json.WriteBoolean("requiresSeparator", true);
        }
        else if (option.Separator is { } separator)
        {
            json.WriteString("requiresSeparator", separator);
        }

        WriteList(json, "exclusiveOn", option.ExclusiveOn, static (json, name) => json.WriteStringValue(name));
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
        WriteList(json, "suggestions", value.Suggestions, static (json, suggestion) => json.WriteStringValue(suggestion));
        json.WriteEndObject();
    }

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
