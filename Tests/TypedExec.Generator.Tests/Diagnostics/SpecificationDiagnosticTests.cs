using Xunit;

namespace TypedExec.Generator.Tests.Diagnostics;

/// <summary>Mistakes in specifications, at their place in the file.</summary>
public sealed class SpecificationDiagnosticTests
{
    private const string Tool = Analysis.Usings + """
        [Command("tool", Specification = "tool.json")] public partial class Tool;
        """;

    [Fact]
    public Task A_specification_is_an_additional_file()
        => Analysis.Reports("TEXEC026", "Specification = \"tool.json\"", Tool, new MemoryText("/project/mytool.json", "{}"));

    [Fact]
    public Task A_specification_is_named() => Analysis.Reports("TEXEC026", "Specification = \" \"", Analysis.Usings + """
        [Command("tool", Specification = " ")] public partial class Tool;
        """);

    [Fact]
    public Task A_specification_is_one_file()
        => Analysis.Reports("TEXEC027", "Specification = \"tool.json\"", Tool, new MemoryText("/a/tool.json", "{}"), new MemoryText("/b/tool.json", "{}"));

    [Fact]
    public Task More_of_the_path_selects_the_file() => Analysis.ReportsNothing(
        Analysis.Usings + """
        [Command("tool", Specification = "b/tool.json")] public partial class Tool;
        """,
        new MemoryText("/a/tool.json", "{}"),
        new MemoryText("\\b\\tool.json", "{}"));

    [Theory]
    [InlineData("tool", "/project/tool.json")]
    [InlineData("tool", "/project/tool")]
    [InlineData("tool.json", "/project/tool.json")]
    [InlineData("specs/tool", "/project/specs/tool.json")]
    [InlineData("tool", "/packages/typedexec-ready-made/tool.json")]
    [InlineData("tool.json", "/packages/typedexec-ready-made/tool.json")]
    [InlineData("cloud/tool", "C:\\packages\\typedexec-ready-made\\cloud\\tool.json")]
    public Task A_specification_is_found_with_and_without_its_extension(string name, string path)
        => Analysis.ReportsNothing(Named(name), new MemoryText(path, "{}"));

    [Theory]
    [InlineData("/packages/typedexec-ready-made/cloud/tool.json")]
    [InlineData("/packages/typedexec-ready-made/mytool.json")]
    [InlineData("/packages/typedexec-ready-made/tool.json.json")]
    [InlineData("/project/tool.json5")]
    public Task A_ready_made_specification_is_named_by_its_full_name(string path)
        => Analysis.Reports("TEXEC026", "Specification = \"tool\"", Named("tool"), new MemoryText(path, "{}"));

    [Fact]
    public Task The_users_own_file_takes_precedence_over_a_ready_made_one() => Analysis.ReportsNothing(
        Named("tool"), new MemoryText("/packages/typedexec-ready-made/tool.json", "[]"), new MemoryText("/project/specs/tool.json", "{}"));

    [Fact]
    public Task Several_matching_user_files_are_ambiguous_even_with_a_ready_made_one() => Analysis.Reports(
        "TEXEC027",
        "Specification = \"tool\"",
        Named("tool"),
        new MemoryText("/packages/typedexec-ready-made/tool.json", "{}"),
        new MemoryText("/a/tool.json", "{}"),
        new MemoryText("/b/tool.json", "{}"));

    [Fact]
    public Task A_specification_is_JSON()
        => Analysis.Reports("TEXEC028", "/tool.json:3:3", Tool, new MemoryText("/tool.json", "{\n  \"name\": \"a\",\n  \"name\": \"b\"\n}"));

    [Theory]
    [InlineData("[]", "1:1")]
    [InlineData("{ \"options\": [\n{ \"description\": \"x\" }] }", "2:1")]
    [InlineData("{ \"options\": [{ \"name\": [] }] }", "1:15")]
    [InlineData("{ \"options\": [{ \"name\": \" \" }] }", "1:25")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\", \"isRepeatable\": 0 }] }", "1:47")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\", \"args\": 1 }] }", "1:39")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\", \"hidden\": \"yes\" }] }", "1:41")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\\u0007\" }] }", "1:25")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\", \"exclusiveOn\": [\"-b\"], \"dependsOn\": [\"-b\"] }, { \"name\": \"-b\" }] }", "1:67")]
    [InlineData("{ \"subcommands\": [1] }", "1:19")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\",\n\"place\": \"last\" }] }", "2:10")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\", \"args\": {},\n\"separator\": 1 }] }", "2:14")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\",\n\"join\": \",\" }] }", "2:9")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\", \"args\": {},\n\"joinEscape\": \"x\" }] }", "2:15")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\", \"args\": [{}, {}],\n\"pairSeparator\": \"=\" }] }", "2:18")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\", \"args\": { \"isOptional\": true },\n\"pairSeparator\": \"=\" }] }", "2:18")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\", \"args\": {}, \"isRepeatable\": true,\n\"trueValue\": \"yes\" }] }", "2:14")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\", \"args\": {},\n\"negation\": \"-b\" }] }", "2:13")]
    [InlineData("{ \"args\": {\n\"after\": \"\" } }", "2:10")]
    [InlineData("{ \"options\": [{ \"name\": \"-a\" }], \"exclusiveOptions\": [[\"-a\",\n\"-b\"]] }", "2:1")]
    [InlineData("{ \"groups\": [\n{ \"name\": \"input\" }] }", "2:1")]
    [InlineData("{ \"groups\": [{ \"name\": \"a\", \"args\": {} },\n{ \"name\": \"a\", \"args\": {} }] }", "2:11")]
    public Task A_specification_has_the_right_structure(string text, string at)
        => Analysis.Reports("TEXEC029", "/tool.json:" + at, Tool, new MemoryText("/tool.json", text));

    [Fact]
    public Task A_specification_is_not_too_large()
        => Analysis.Reports("TEXEC030", "/tool.json:1:65", Tool, new MemoryText("/tool.json", new string('[', 100)));

    [Fact]
    public Task Positions_may_repeat_those_of_the_specification() => Analysis.ReportsNothing(
        Analysis.Usings + """
        [Command("tool", Specification = "tool.json")] public partial class Tool
        {
            [Argument(1, AllowLeadingDash = true)] public string? To { get; init; }

            public partial class Run
            {
                [Option("--level")] public int? Level { get; init; }
            }
        }
        """,
        new MemoryText("/tool.json", """{ "args": [{ "name": "from" }, { "name": "to" }], "subcommands": [{ "name": "run" }] }"""));

    private static string Named(string specification) => $$"""
        {{Analysis.Usings}}
        [Command("tool", Specification = "{{specification}}")] public partial class Tool;
        """;
}
