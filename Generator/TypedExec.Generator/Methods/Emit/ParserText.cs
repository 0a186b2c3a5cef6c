using TypedExec.Generator.Methods.Model;

namespace TypedExec.Generator.Methods.Emit;

/// <summary>Generates the expression of a parser.</summary>
internal static class ParserText
{
    private const string Parsers = "global::TypedExec.Generated.OutputParsers";

    public static void Write(SourceWriter writer, ParserModel parser)
    {
        var isWrapped = parser is { Nullable: true, IsValueType: false, Kind: ParserKind.Value or ParserKind.Version or ParserKind.Uri };
        writer.Write(isWrapped ? $"{Parsers}.NullIfBlank<{parser.Inner}>(" : "");
        switch (parser.Kind)
        {
            case ParserKind.Text:
                writer.Write($"{Parsers}.Text");
                break;
            case ParserKind.Value:
                writer.Write($"{Parsers}.{(parser is { Nullable: true, IsValueType: true } ? "NullableValue" : "Value")}<{parser.Inner}>");
                break;
            case ParserKind.Version or ParserKind.Uri:
                writer.Write($"{Parsers}.{parser.Kind.ToString()}");
                break;
            case ParserKind.Enum:
                writer.Write($"{parser.EnumField}.{(parser.Nullable ? "ParseNullable" : "Parse")}");
                break;
            case ParserKind.Fields:
                writer.Write($"{Parsers}.Fields<{parser.Type}>({new Literal(parser.Separator)}, {parser.Fields.Count}, {parser.Fields.Count}, static fields => ");
                WriteRecord(writer, parser, "fields");
                writer.Write(")");
                break;
            default:
                writer.Write($"{Parsers}.Groups<{parser.Type}>({parser.Pattern}, static groups => ");
                WriteRecord(writer, parser, "groups");
                writer.Write(")");
                break;
        }

        writer.Write(isWrapped ? ")" : "");
    }

    private static void WriteRecord(SourceWriter writer, ParserModel parser, string source)
    {
        if (parser.Kind == ParserKind.Group)
        {
            WriteField(writer, parser.Fields[0], source, 0, isGroup: true);
            return;
        }

        var isGroups = parser.Kind == ParserKind.Groups;
        writer.Write(parser.IsTuple ? "(" : $"new {parser.Inner}(");
        for (var i = 0; i < parser.Fields.Count; i++)
        {
            var field = parser.Fields[i];
            writer.Write(i == 0 ? "" : ", ");
            // By name, because a parameter without a group has a default value.
            writer.Write(isGroups && !parser.IsTuple ? $"{field.Parameter}: " : "");
            WriteField(writer, field, source, i, isGroups);
        }

        writer.Write(")");
    }

    private static void WriteField(SourceWriter writer, FieldModel field, string source, int index, bool isGroup)
    {
        if (isGroup && field.Group.Length == 0)
        {
            writer.Write($"{source}.Single<{field.Parser.Type}>(");
        }
        else if (isGroup)
        {
            writer.Write($"{source}.{(field.Parser.Nullable ? "GetOrDefault" : "Get")}<{field.Parser.Type}>({new Literal(field.Group)}, ");
        }
        else
        {
            writer.Write($"{source}.Get<{field.Parser.Type}>({index}, ");
        }

        Write(writer, field.Parser);
        writer.Write(")");
    }
}
