using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>No step repeats what an edit didn't change.</summary>
public sealed class CachingTests
{
    private const string Git = """
        using TypedExec;

        namespace Demo;

        internal enum Color { Always, Never }

        [Command("git")]
        internal partial class Git
        {
            [Option("-C")] public string? Directory { get; init; }
            [Option("--color", Separator = "=")] public Color? Color { get; init; }

            [Subcommand("commit")]
            internal partial class Commit
            {
                [Option("--message")] public required string Message { get; init; }
                [Argument(0)] public string[] Paths { get; init; } = [];
            }

            internal static int Twice(int number)
            {
                return number * 2;
            }

            [Run("log --color={color} {range}")]
            public static partial System.Threading.Tasks.Task<string> LogAsync(string range, Color color = Color.Always);

            [Run("status")]
            internal partial System.Threading.Tasks.Task<string[]> StatusAsync();
        }

        [Command("git")]
        internal partial interface IGit
        {
            [Run("log {range}", Pattern = "(?<hash>.*) (?<author>.*)")]
            System.Collections.Generic.IAsyncEnumerable<Entry> LogAsync(string range);
        }

        internal sealed record Entry(string Hash, string Author);
        """;

    private const string Node = """
        namespace Demo;

        [TypedExec.Command("node")]
        internal partial class Node
        {
            [TypedExec.Option("--inspect")] public bool Inspect { get; init; }
        }
        """;

    private const string Unrelated = "namespace Demo; internal static class Unrelated { public const int Number = 1; }";

    public static TheoryData<string> Steps => [.. Generator.Steps.All, .. Generator.Steps.Methods];

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_second_run_does_nothing(string step)
        => AssertNothingDone(step, static compilation => compilation.Clone());

    [Theory]
    [MemberData(nameof(Steps))]
    public void An_edit_in_another_file_does_nothing(string step)
        => AssertNothingDone(step, static compilation => Edit(compilation, 2, "Number = 1", "Number = 2"));

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_new_file_does_nothing(string step)
        => AssertNothingDone(step, static compilation => compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText("internal class More;", Compilations.ParseOptions)));

    [Theory]
    [MemberData(nameof(Steps))]
    public void An_edit_in_a_method_of_the_class_does_nothing(string step)
        => AssertNothingDone(step, static compilation => Edit(compilation, 0, "number * 2", "number + number"));

    [Theory]
    [MemberData(nameof(Steps))]
    public void An_edit_of_whitespace_does_nothing(string step)
        => AssertNothingDone(step, static compilation => Edit(compilation, 0, "namespace Demo;", "// Tools.\n\nnamespace Demo;\n"));

    [Fact]
    public void Renaming_an_option_regenerates_one_file()
    {
        var outputs = Outputs(Run(static compilation => Edit(compilation, 0, "\"--message\"", "\"--file\"")));
        Assert.Equal(1, outputs.Count(static reason => reason == IncrementalStepRunReason.Modified));
        Assert.Equal(4, outputs.Count(static reason => reason == IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void A_class_whose_name_differs_only_in_case_regenerates_no_other_file()
    {
        var outputs = Outputs(Run(static compilation => compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            "namespace Demo; [TypedExec.Command(\"node\")] internal partial class NODE;", Compilations.ParseOptions))));
        Assert.Equal(1, outputs.Count(static reason => reason == IncrementalStepRunReason.New));
        Assert.Equal(5, outputs.Count(static reason => reason == IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void A_new_word_in_a_template_regenerates_one_file()
    {
        var outputs = Outputs(Run(static compilation => Edit(compilation, 0, "\"status\"", "\"status --short\"")));
        Assert.Equal(1, outputs.Count(static reason => reason == IncrementalStepRunReason.Modified));
        Assert.Equal(4, outputs.Count(static reason => reason == IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void A_new_record_parameter_regenerates_the_file_that_reads_it()
    {
        var outputs = Outputs(Run(static compilation => Edit(compilation, 0, "string Hash, string Author", "string Author, string Hash")));
        Assert.Equal(1, outputs.Count(static reason => reason == IncrementalStepRunReason.Modified));
    }

    [Fact]
    public void A_new_enum_value_in_another_file_reaches_the_classes_that_render_it()
    {
        const string Before = "namespace Demo; internal enum Level { [TypedExec.EnumValue(\"low\")] Low }";
        const string Tool = "namespace Demo; [TypedExec.Command(\"t\")] internal partial class Tool { [TypedExec.Option(\"-l\")] public Level Level { get; init; } }";
        var compilation = Compilations.Of(Before, Tool);
        var driver = Compilations.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        driver = driver.RunGenerators(Edit(compilation, 0, "\"low\"", "\"lowest\""), TestContext.Current.CancellationToken);
        Assert.Contains("\"lowest\"", driver.GetRunResult().GeneratedTrees.Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_step_is_tracked()
        => Assert.All([.. Generator.Steps.All, .. Generator.Steps.Methods], step => Assert.Contains(step, Run(static compilation => compilation).TrackedSteps.Keys));

    private static void AssertNothingDone(string step, Func<CSharpCompilation, CSharpCompilation> edit)
    {
        var result = Run(edit);
        var reasons = result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason).ToArray();
        Assert.NotEmpty(reasons);
        Assert.All(reasons, AssertReused);
        Assert.All(Outputs(result), AssertReused);
    }

    private static void AssertReused(IncrementalStepRunReason reason)
        => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());

    private static GeneratorRunResult Run(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        var compilation = Compilations.Of(Git, Node, Unrelated);
        var driver = Compilations.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        return driver.RunGenerators(edit(compilation), TestContext.Current.CancellationToken).GetRunResult().Results.Single();
    }

    private static IReadOnlyList<IncrementalStepRunReason> Outputs(GeneratorRunResult result)
        => [.. result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static run => run.Outputs).Select(static output => output.Reason)];

    /// <summary>An edit as an editor makes it: the tree is parsed incrementally.</summary>
    private static CSharpCompilation Edit(CSharpCompilation compilation, int file, string from, string to)
    {
        var tree = compilation.SyntaxTrees[file];
        var text = tree.GetText();
        var start = text.ToString().IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(start, from.Length), to))));
    }
}
