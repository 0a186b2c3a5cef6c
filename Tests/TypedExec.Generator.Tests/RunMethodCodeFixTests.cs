using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>The fixes of run methods and their templates, and when none is offered.</summary>
public sealed class RunMethodCodeFixTests
{
    [Theory]
    [InlineData("string name", "\"a\"", "\"a {name}\"")]
    [InlineData("string? name", "@\"a\"", "@\"a [{name}]\"")]
    [InlineData("bool dryRun", "\"\"\"a\"\"\"", "\"\"\"a [dryRun? --dry-run]\"\"\"")]
    [InlineData("string name", "\"\"", "\"{name}\"")]
    public Task A_parameter_is_added_to_the_template(string parameter, string template, string expected)
        => CodeFixing.Gives("TEXEC045", Run(template, parameter), Run(expected, parameter));

    [Theory]
    [InlineData("", "string name")]
    [InlineData("int a", "int a, string name")]
    [InlineData("int? a = null", "string name, int? a = null")]
    public Task A_hole_gets_its_parameter(string before, string after)
        => CodeFixing.Gives("TEXEC044", Run(before.Length == 0 ? "\"{name}\"" : "\"[{a}] {name}\"".Replace("[{a}]", before.Contains('?') ? "[{a}]" : "{a}"), before), Run(before.Length == 0 ? "\"{name}\"" : "\"[{a}] {name}\"".Replace("[{a}]", before.Contains('?') ? "[{a}]" : "{a}"), after));

    [Fact]
    public Task A_nullable_word_is_moved_into_a_group()
        => CodeFixing.Gives("TEXEC048", Run("\"x --name={name} y\"", "string? name"), Run("\"x [--name={name}] y\"", "string? name"));

    [Fact]
    public Task A_concatenated_template_is_not_changed() => CodeFixing.OffersNone("TEXEC045", Run("\"a\" + \"b\"", "string name"));

    [Theory]
    [InlineData("public static async Task<string> M() => await Task.FromResult(\"\");", "public static partial Task<string> M();")]
    [InlineData("public static Task<string> M() { return Task.FromResult(\"\"); }", "public static partial Task<string> M();")]
    [InlineData("public static partial Task<string> M() => Task.FromResult(\"\");", "public static partial Task<string> M();")]
    [InlineData("static Task<string> M(); // what", "private static partial Task<string> M(); // what")]
    [InlineData("Task<string> M() => Task.FromResult(\"\");", "private partial Task<string> M();")]
    [InlineData("public static void M() { }", "public static partial void M();")]
    [InlineData("void M() { }", "partial void M();")]
    public Task A_run_method_loses_its_body(string method, string expected) => CodeFixing.Gives("TEXEC040", Class(method), Class(expected));

    [Theory]
    [InlineData("static Task<string> M() => Task.FromResult(\"\");", "Task<string> M();")]
    [InlineData("public Task<string> M() { return Task.FromResult(\"\"); }", "public Task<string> M();")]
    public Task An_interface_s_run_method_loses_its_body(string method, string expected)
        => CodeFixing.Becomes("TEXEC040", Class(method, "interface"), Class(expected, "interface"));

    private static string Class(string method, string kind = "class") => $$"""
        using System.Threading.Tasks;
        using TypedExec;

        [Command("tool")]
        public partial {{kind}} Tool
        {
            // Before it.
            [Run("x")]
            {{method}}

            // After it.
        }
        """;

    private static string Run(string template, string parameters) => $$"""
        #nullable enable
        using TypedExec;

        [Command("tool")]
        public static partial class Tool
        {
            [Run({{template}})] public static partial string M({{parameters}});
        }
        """;
}
