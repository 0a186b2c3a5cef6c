using Xunit;

namespace TypedExec.Generator.Tests.Diagnostics;

/// <summary>Malformed templates: one diagnostic each, at its column in the string, whatever kind of string it is.</summary>
public sealed class TemplateDiagnosticTests
{
    /// <summary>
    /// Templates for the parameters <c>string a, int b, string? c, bool d, string[] e</c>; unused ones are omitted from the
    /// method.
    /// </summary>
    private static readonly string[] Malformed =
    [
        "«043|[»", "log «043|[» --x={a}", "log [--x={c} «043|[»{a}", "«043|[»[x {c}]", "a «043|]»", "«043|]»", "x«043|]»y", "[a {c}] «043|]»",
        "[a {c}]«043|x»", "[a {c}]«043|'»b'", "[a {c}]«043|{»a}", "x«043|[»a {c}]", "--x«043|[»={c}]", "'a'«043|[»{c}]", "{a}«043|[»{c}]",
        "«043|[]»", "x «043|[ ]»", "[{c} «043|[]»]", "«043|[a]»", "a «043|[--force]» {a}", "«043|[a [b {c}]]»", "[{c} «043|[x]»]", "[d? «043|[x]»]",
        "«043|[d?]»", "«043|[d? ]»", "«043|[d?x]»", "«043|[a b c]»", "«043|[\\]]»", "«043|['x']»", "[{c}]«043|?»",
        "«043|{»", "«043|{»a", "x «043|{»a b", "«043|{»a {a}", "«043|{}»", "a{«043|b c»}", "{«043| a»}", "{«043|a »}", "{«043|1»}", "{«043|a-b»}",
        "{«043|a.b»}", "{«043|a:X»}", "{«043|b:N2»}", "{«043|@a»}", "{«043|a!»}", "{«043|a,b»}", "{«043|\t»}", "{«043|a?»}", "{«043|...»}", "{«043| »}",
        "«043|}»", "a «043|}»", "a}}«043|}»", "{a}«043|}»", "{{«043|}»", "{{{a}«043|}»", "{{a«043|}»", "'«043|{»'", "'«043|}»'", "\"«043|{»a\"", "\"x«043|}»\"",
        "«043|'»", "«043|\"»", "a «043|'»b", "a «043|\"»b c", "a'b'«043|'»c", "«043|'»a\" b", "«043|\"»a' b", "'a' «043|'»", "[x {c} «043|'»]", "{a}«043|'»",
        "«043|\\»", "a «043|\\»", "a\\\\«043|\\»", "{a}«043|\\»", "[x {c} «043|\\»", "a«043|\0»b", "'«043|\0»'", "«043|\0»", "«043|\\»\0",
        "{«044|x»}", "--y={«044|missing»}", "{«044|A»}", "{a} {«044|aa»}", "'{«044|x»}'", "[{«044|x»}]", "[«044|x»? y]", "[{c} {«044|x»}]", "{«044|_»}",
        "[«047|a»? x]", "[«047|b»? x {c}]", "[«047|e»? x]", "x{e}«047|{e}»", "{e}/«047|{e}»", "[x {e}=«047|{e}»]",
        "«048|{c}»", "x «048|{c}»", "--x=«048|{c}»", "'«048|{c}»'", "[x {c}] «048|{c}»", "{a}:«048|{c}»",
        "«049|[{b}]»", "x «049|[--b={b}]»", "[{c} «049|[{b}]»]", "«049|[{b} {b}]»", "[d? «049|[{b}]»]",
    ];

    [Fact]
    public async Task A_hundred_malformed_templates_are_reported_at_their_columns()
    {
        var templates = Templates();
        Assert.True(templates.Length >= 100, $"{templates.Length}");
        await Marked.Reports(Class(templates.Select((template, index) => Method(index, template, Regular(template)))));
        await Marked.Reports(Class(templates.Where(static template => !template.Contains('\0')).Select((template, index) => Method(index, template, Verbatim(template)))));
        await Marked.Reports(Class(templates.Where(static template => !template.Contains('\0')).Select((template, index) => Method(index, template, RawLine(template)))));
        await Marked.Reports(Class(templates.Where(static template => !template.Contains('\0')).Select((template, index) => Method(index, template, RawLines(template)))));
        await Marked.Reports(Class(templates.Select((template, index) => Method(index, template, $"\"x \" + (Prefix + {Regular(template)})"))));
    }

    [Fact]
    public async Task A_named_constant_is_reported_as_a_whole()
    {
        await Marked.Reports(Class(["[Run(«043|Broken»)] public static partial void M();", "private const string Broken = \"a {\";"]));
        await Marked.Reports(Class(["[Run($\"a «044|{{x}}» {Prefix}\")] public static partial void M();"]));
    }

    [Fact]
    public async Task Escapes_in_the_string_count_toward_the_column()
    {
        await Marked.Reports(Class(["""[Run("\u0061\t\x62 \"q\" \U0001F600 «044|{x}»")] public static partial void M();"""]));
        await Marked.Reports(Class([""""[Run(@"""q"" «044|{x}»")] public static partial void M();""""]));
    }

    /// <summary>A hole's braces are part of it, where its parameter is what is wrong.</summary>
    private static string[] Templates()
        => [.. Malformed.Select(static template => System.Text.RegularExpressions.Regex.Replace(template, @"\{«044\|(\w+)»\}", "«044|{$1}»"))];

    private static string Class(IEnumerable<string> members) => $$"""
        using TypedExec;

        namespace Demo;

        [Command("tool")]
        public static partial class Tool
        {
            private const string Prefix = "p ";

        {{string.Join('\n', members)}}
        }
        """;

    private static string Method(int index, string template, string literal)
    {
        var plain = Plain(template);
        string[] parameters = ["string a", "int b", "string? c", "bool d", "string[] e"];
        var used = parameters.Where(parameter => System.Text.RegularExpressions.Regex.IsMatch(plain, $@"(\{{|\[){parameter[^1]}[}}?]"));
        return $"    [Run({literal})] public static partial string M{index}({string.Join(", ", used)});";
    }

    private static string Plain(string template) => System.Text.RegularExpressions.Regex.Replace(template, @"«\d+\||»", "");

    private static string Regular(string template) => "\"" + template.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\0", "\\0").Replace("\t", "\\t") + "\"";

    private static string Verbatim(string template) => "@\"" + template.Replace("\"", "\"\"") + "\"";

    private static string RawLine(string template)
        => Plain(template).StartsWith('"') || Plain(template).EndsWith('"') ? Verbatim(template) : "\"\"\"" + template + "\"\"\"";

    private static string RawLines(string template) => "\"\"\"\n        first\n        " + template + "\n        \"\"\"";
}
