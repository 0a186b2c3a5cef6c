using TypedExec.Generator.Emit;
using TypedExec.Generator.Methods.Model;

namespace TypedExec.Generator.Methods.Emit;

/// <summary>Model to text: generates the file of the [Run] methods of one type.</summary>
internal static class MethodsEmitter
{
    // Files are written one after another on a thread; each reuses the buffer of the previous one.
    [ThreadStatic]
    private static SourceWriter? s_writer;

    public static string Emit(MethodsModel type)
    {
        var writer = s_writer ??= new SourceWriter();
        writer.Clear();
        writer.HasShortNames = type.HasShortNames;
        GeneratedFile.WriteHeader(writer, type.Namespace);
        foreach (var declaration in type.Declarations)
        {
            writer.Line(declaration);
            writer.Open();
        }

        if (type.Interface is { } contract)
        {
            WriteInterface(writer, type, contract);
        }
        else
        {
            WriteMethods(writer, type);
        }

        WriteParts(writer, type);
        foreach (var _ in type.Declarations)
        {
            writer.Close();
        }

        return writer.ToString();
    }

    private static void WriteInterface(SourceWriter writer, MethodsModel type, InterfaceModel contract)
    {
        if (contract.EmitsCreate)
        {
            var result = contract.Broken is null
                ? $"new {contract.ImplementationName}(options)"
                : $"throw new global::System.NotSupportedException(\"This interface can't be implemented, see {contract.Broken}.\")";
            writer.Line($"""
                /// <summary>Creates an implementation that runs <c>{CommandText.Escape(type.File)}</c>.</summary>
                /// <param name="options">The default options of every command, which options of a call override, or null.</param>
                """);
            GeneratedFile.WriteMark(writer);
            writer.Line($"""
                public static {type.TypeReference} Create(global::TypedExec.ProcessOptions? options = null)
                    => {result};
                """);
        }

        if (contract.Broken is not null)
        {
            return;
        }

        if (contract.EmitsCreate)
        {
            writer.Line();
        }

        GeneratedFile.WriteMark(writer);
        writer.Line($"private sealed class {contract.ImplementationName}(global::TypedExec.ProcessOptions? options) : {type.TypeReference}");
        writer.Open();
        writer.Line("private readonly global::TypedExec.ProcessOptions? _options = options;");
        writer.Line();
        WriteMethods(writer, type);
        writer.Close();
    }

    private static void WriteMethods(SourceWriter writer, MethodsModel type)
    {
        var isFirst = true;
        foreach (var method in type.Methods)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            writer.Line(method.Header);
            if (method.Body is { } body)
            {
                MethodBody.Write(writer, type, body);
            }
            else
            {
                writer.Line($"    => throw new global::System.NotSupportedException(\"This method has a mistake, see {method.Mistake}.\");");
            }
        }
    }

    /// <summary>Generates what the methods share: texts of enums, and regular expressions.</summary>
    private static void WriteParts(SourceWriter writer, MethodsModel type)
    {
        if (type.Enums.Count + type.Patterns.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.Line($"private static class {type.PartsName}");
        writer.Open();
        foreach (var @enum in type.Enums)
        {
            writer.Line($"internal static readonly global::TypedExec.Generated.EnumTexts<{@enum.Type}> {@enum.Field} = new(");
            var count = 0;
            foreach (var member in @enum.Members)
            {
                count++;
                var name = member.Reference.TrimStart('@');
                writer.Line($"    ({@enum.Type}.{member.Reference}, {new Literal(member.Text)}, {new Literal(name)}){(count < @enum.Members.Count ? "," : ");")}");
            }

            if (count == 0)
            {
                writer.Line("    );");
            }
        }

        var index = 0;
        foreach (var pattern in type.Patterns)
        {
            writer.Line($"internal static readonly global::System.Text.RegularExpressions.Regex Pattern{index} = new({new Literal(pattern)}, global::System.Text.RegularExpressions.RegexOptions.CultureInvariant);");
            index++;
        }

        writer.Close();
    }
}
