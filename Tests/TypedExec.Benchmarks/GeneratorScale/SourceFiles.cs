using System.Text;

namespace TypedExec.Benchmarks.GeneratorScale;

/// <summary>The classes that the generators get, as similar as their purposes allow.</summary>
internal static class SourceFiles
{
    private static readonly string[] Types = ["string?", "int?", "bool", "string?", "double", "bool", "string?", "int", "bool", "string?"];

    public static string Mapper(int number)
    {
        var text = new StringBuilder();
        foreach (var type in (ReadOnlySpan<string>)["Source", "Target"])
        {
            text.Append(null, $"namespace Demo {{ public class {type}{number} {{\n");
            for (var i = 0; i < Types.Length; i++)
            {
                text.Append(null, $"    public {Types[i]} Member{i} {{ get; set; }}\n");
            }

            text.Append("} }\n");
        }

        return text.Append(null, $$"""
            namespace Demo
            {
                [Riok.Mapperly.Abstractions.Mapper]
                public partial class Mapper{{number}} { public partial Target{{number}} Map(Source{{number}} source); }
            }
            """).ToString();
    }

    public static string ViewModel(int number)
    {
        var text = new StringBuilder($$"""
            using CommunityToolkit.Mvvm.ComponentModel;

            namespace Demo;

            public partial class ViewModel{{number}} : ObservableObject
            {

            """);
        for (var i = 0; i < Types.Length; i++)
        {
            text.Append(null, $"    [ObservableProperty] private {Types[i]} _member{i};\n");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>Ten methods from templates.</summary>
    public static string Commands(int number) => Methods(
        number,
        "using TypedExec;",
        $"[Command(\"tool{number}\")]\npublic partial interface",
        static method => $"[Run(\"verb{method} --max={{max}} --name={{name}} {{path}}\")]");

    /// <summary>Ten methods of an HTTP API, with as many parameters.</summary>
    public static string Api(int number) => Methods(
        number,
        "using Refit;",
        "public interface",
        static method => $"[Get(\"/verb{method}/{{path}}?max={{max}}&name={{name}}\")]");

    private static string Methods(int number, string usings, string header, Func<int, string> attribute)
    {
        var text = new StringBuilder($$"""
            using System.Threading;
            using System.Threading.Tasks;
            {{usings}}

            namespace Demo;

            {{header}} ITool{{number}}
            {

            """);
        for (var i = 0; i < 10; i++)
        {
            text.Append(null, $"    {attribute(i)}\n    Task<string> Method{i}Async(string path, int max, string name, CancellationToken cancellationToken = default);\n\n");
        }

        return text.Append("}\n").ToString();
    }
}
