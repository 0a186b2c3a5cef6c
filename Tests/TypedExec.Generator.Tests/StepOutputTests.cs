using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>
/// No step passes on a symbol, a node or a compilation: it would be kept for as long as the editor runs, and would never equal
/// that of the next edit.
/// </summary>
public sealed class StepOutputTests
{
    private const string Source = """
        using TypedExec;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        namespace Demo;

        internal enum Color { Always, [EnumValue("no")] Never }

        internal static class Name { public static string? ToText(System.Text.Encoding value) => value.WebName; }

        [OptionSet] internal abstract class Set { [Option("--set")] public string? InSet { get; init; } }

        [OptionSet] internal interface ISet { [Option("--contract")] bool Contract { get; } }

        [OptionGroup] internal partial class Group { [Option("-g")] public int? G { get; init; } [Argument(0)] public string? File { get; init; } }

        [Command("git", SuccessExitCodes = [0, 1])]
        internal partial class Git : Set, ISet
        {
            public bool Contract { get; init; }
            [System.Obsolete("old"), Option("-C", ExclusiveOn = ["--color"])] public string? Directory { get; init; }
            [Option("--color", Separator = "=")] public OptionalValue<Color> Color { get; init; }
            [Option("--encoding", Converter = typeof(Name))] public System.Text.Encoding? Encoding { get; init; }
            public IReadOnlyList<Group> Groups { get; init; } = [];
            [Option("--pairs", PairSeparator = ":")] public IReadOnlyList<(Color, int)> Pairs { get; init; } = [];

            [Subcommand("commit")]
            internal partial class Commit
            {
                [Option("--message")] public required string Message { get; init; }
                [Argument(0)] public ICommand? Command { get; init; }
            }

            [Run("log --color={color} {range}", Pattern = "(?<hash>.*) (?<author>.*)")]
            public partial Task<Entry[]> LogAsync(string range, Color color = Demo.Color.Always);
        }

        internal sealed record Entry(string Hash, string Author);

        [Command("git")]
        internal partial interface IGit
        {
            [Run("status")] Task<string> StatusAsync();
        }

        [Command("node", Fork = true)] internal partial class Node;

        [Command("tool", Specification = "tool.json")] internal partial class Tool { [Option("--own")] public Color? Own { get; init; } }
        """;

    [Fact]
    public void No_step_passes_on_an_object_of_a_compilation()
    {
        var compilation = Compilations.Of(Source);
        var driver = Compilations.Driver()
            .AddAdditionalTexts([new MemoryText("tool.json", """{ "name": "tool", "subcommands": [{ "name": "sub", "options": [{ "name": "--all" }] }] }""")])
            .RunGenerators(compilation, TestContext.Current.CancellationToken);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        // The driver keeps the additional files themselves anyway.
        string[] steps =
        [
            Generator.Steps.Declarations, .. Generator.Steps.All, .. Generator.Steps.Methods, .. Generator.Steps.Specified.Except([Generator.Steps.SpecificationTexts]),
        ];
        foreach (var name in steps)
        {
            var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
            var outputs = result.TrackedSteps[name].SelectMany(static step => step.Outputs).ToArray();
            Assert.NotEmpty(outputs);
            foreach (var (value, _) in outputs)
            {
                Walk(value, name, seen);
            }
        }
    }

    [Fact]
    public void The_walk_finds_a_symbol_at_any_depth()
    {
        var symbol = Compilations.Of("class A;").GetTypeByMetadataName("A");
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Walk(new[] { (1, new Dictionary<string, object?> { ["a"] = symbol }) }, "", new(ReferenceEqualityComparer.Instance)));
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }

        var type = value.GetType();
        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxToken or SyntaxTree or Compilation or SemanticModel or Location or SyntaxReference or AttributeData or AdditionalText or Delegate
                || type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true,
            $"{path} holds a {type}");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, path + "[]", seen);
            }

            return;
        }

        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            foreach (var field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
