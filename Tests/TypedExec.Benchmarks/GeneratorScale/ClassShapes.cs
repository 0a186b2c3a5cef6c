using System.Text;

namespace TypedExec.Benchmarks.GeneratorScale;

/// <summary>
/// The shapes of command classes that users write, ten options each. What a generator can read by syntax alone differs among them, and so
/// does what an edit elsewhere costs.
/// </summary>
internal static class ClassShapes
{
    private static readonly string[] Types = ["string?", "int?", "bool", "string?", "double", "bool", "string?", "int", "bool", "string?"];

    /// <summary>Each with its name.</summary>
    public static IReadOnlyList<(string Name, Func<int, string> Class)> All { get; } =
    [
        ("10 × string?", static number => Class(number, Options("string?"))),
        ("10 × IReadOnlyList<string>", static number => Class(number, Options("System.Collections.Generic.IReadOnlyList<string>", " = [];"))),
        ("10 × own enum", static number => Class(number, Options($"Kind{number}?"), after: $"public enum Kind{number} {{ First, [EnumValue(\"2nd\")] Second }}\n")),
        ("10 × string?, exclusive", static number => Class(number, Options("string?", setting: ", ExclusiveOn = [\"--option-0\"]"))),
        ("10 × string? and a nested [Subcommand]", static number => Class(number, Options("string?") + Nested(number))),
        ("10 × string?, : IDisposable", static number => Class(number, Options("string?") + "    public void Dispose() { }\n", bases: " : System.IDisposable")),
        ("10 of keyword types", static number => Class(number, string.Concat(Types.Select((type, index) => Option(index, type))))),
    ];

    /// <summary>All of them by turns, as a project has them.</summary>
    public static string Mixed(int number) => All[number % All.Count].Class(number);

    /// <summary>One command line as large as docker's: 100 options and 500 subcommands, each of which can have the options before its words.</summary>
    public static string Large(int number)
    {
        var members = new StringBuilder();
        for (var i = 0; i < 100; i++)
        {
            members.Append(Option(i, "string?"));
        }

        for (var i = 0; i < 500; i++)
        {
            members.Append(null, $"    [Subcommand(\"verb-{i}\")] public partial class Verb{i} {{ [Option(\"--own\")] public string? Own {{ get; init; }} }}\n");
        }

        return Class(number, members.ToString());
    }

    private static string Class(int number, string members, string bases = "", string after = "") => $$"""
        using TypedExec;

        namespace Demo;

        [Command("tool{{number}}")]
        public partial class Tool{{number}}{{bases}}
        {
        {{members}}}

        {{after}}
        """;

    private static string Nested(int number)
        => $"    [Subcommand(\"verb{number}\")] public partial class Verb {{ [Option(\"--own\")] public string? Own {{ get; init; }} }}\n";

    private static string Options(string type, string value = "", string setting = "")
        // An option is not exclusive of itself.
        => string.Concat(Enumerable.Range(0, 10).Select(index => Option(index, type, value, index == 0 ? "" : setting)));

    private static string Option(int index, string type, string value = "", string setting = "")
        => $"    [Option(\"--option-{index}\"{setting})] public {type} Option{index} {{ get; init; }}{value}\n";
}
