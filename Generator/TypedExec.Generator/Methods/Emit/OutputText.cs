using TypedExec.Generator.Methods.Model;

namespace TypedExec.Generator.Methods.Emit;

/// <summary>Generates the call that runs the command and converts its output to the return value.</summary>
internal static class OutputText
{
    public static void Write(SourceWriter writer, MethodBodyModel body)
    {
        var output = body.Output;
        writer.Write(output is { Kind: OutputForm.Nothing, IsAsync: false } ? "" : "return ");
        writer.Write($"{body.Call}.{Method(output)}");
        switch (output.Kind)
        {
            case OutputForm.Truth:
                writer.Write($"({output.FalseExitCode})");
                break;
            case OutputForm.Child:
                writer.Write($"({body.Other.SpawnOptions ?? "null"})");
                break;
            case OutputForm.Value:
                writer.Write($"<{output.Parser!.Type}>(");
                ParserText.Write(writer, output.Parser);
                writer.Write(")");
                break;
            case OutputForm.First or OutputForm.Array or OutputForm.List or OutputForm.Items:
                writer.Write($"<{output.Parser!.Type}>(");
                ParserText.Write(writer, output.Parser);
                writer.Write(output.ItemSeparator is null ? $")" : $", {new Literal(output.ItemSeparator)})");
                break;
            case OutputForm.Json or OutputForm.JsonItems:
                var json = output.Json!;
                var metadata = $"global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{json.Type}>";
                writer.Write($"<{json.Type}>(({metadata}){json.Context}.Default.GetTypeInfo(typeof({json.TypeOf}))!{(json.AllowNull ? ", allowNull: true" : "")})");
                break;
            default:
                writer.Write("()");
                break;
        }

        writer.Line(";");
    }

    private static string Method(OutputModel output) => output.Kind switch
    {
        OutputForm.Nothing => output.IsAsync ? "RunAsync" : "Run",
        OutputForm.Truth => output.IsAsync ? "SucceedsAsync" : "Succeeds",
        OutputForm.List => output.IsAsync ? "ListAsync" : "Array",
        OutputForm.Items or OutputForm.JsonItems => output.Kind.ToString(),
        OutputForm.Execution => "Start",
        OutputForm.Child => "Spawn",
        _ => output.Kind + (output.IsAsync ? "Async" : ""),
    };
}
