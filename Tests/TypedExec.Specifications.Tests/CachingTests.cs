using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedExec.Generator;
using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>A specification is read once, and again only when it changes itself.</summary>
public sealed class CachingTests
{
    private const string Classes = """
        using TypedExec;
        [Command("a", Specification = "a.json")] public partial class A { private int Number() => 1; }
        [Command("b", Specification = "b.json")] public partial class B { public partial class Run { [Option("--fast")] public bool Fast { get; init; } } }
        """;

    private readonly SpecificationText _a = new("/project/a.json", """{ "options": [{ "name": "--all" }], "subcommands": [{ "name": "x" }] }""");
    private readonly SpecificationText _b = new("/project/b.json", """{ "subcommands": [{ "name": "run" }] }""");
    private readonly SpecificationText _other = new("/project/appsettings.json", "{ \"no\": \"specification\" }");
    private readonly CSharpCompilation _compilation = Generation.Compilation(Classes, "class Unrelated { const int Number = 1; }");

    [Fact]
    public void An_edit_in_another_file_rereads_nothing() => AssertNothingDone(
        Run(_compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[1], Parse("class Unrelated { const int Number = 2; }", "/project/Source1.cs"))));

    [Fact]
    public void An_edit_in_a_method_of_the_class_rereads_nothing() => AssertNothingDone(
        Run(_compilation.ReplaceSyntaxTree(
            _compilation.SyntaxTrees[0], Parse(Classes.Replace("=> 1", "=> 2", StringComparison.Ordinal), "/project/Source0.cs"))));

    [Fact]
    public void An_edit_of_another_additional_file_rereads_nothing()
    {
        var result = Run(_compilation, driver => driver.ReplaceAdditionalText(_other, new SpecificationText(_other.Path, "{}")));
        AssertNothingDone(result);
    }

    [Fact]
    public void An_additional_file_that_no_class_names_is_never_read()
    {
        Run(_compilation);
        Assert.Equal((1, 1, 0), (_a.Reads, _b.Reads, _other.Reads));
    }

    [Fact]
    public void Another_class_with_a_specification_reads_only_its_own()
    {
        var more = new SpecificationText("/project/c.json", "{}");
        Run(
            _compilation.AddSyntaxTrees(Parse("[TypedExec.Command(\"c\", Specification = \"c.json\")] partial class C;", "/project/C.cs")),
            driver => driver.AddAdditionalTexts([more]));
        Assert.Equal((1, 1, 1), (_a.Reads, _b.Reads, more.Reads));
    }

    [Fact]
    public void An_edit_of_a_specification_regenerates_only_its_class()
    {
        var edited = new SpecificationText(_b.Path, """{ "subcommands": [{ "name": "run", "options": [{ "name": "--new" }] }] }""");
        var result = Run(_compilation, driver => driver.ReplaceAdditionalText(_b, edited));
        Assert.Equal((1, 1, 1), (_a.Reads, _b.Reads, edited.Reads));
        var outputs = Reasons(result.TrackedOutputSteps.SelectMany(static step => step.Value));
        Assert.Single(outputs, IncrementalStepRunReason.Modified);
        Assert.Equal(1, outputs.Count(static reason => reason == IncrementalStepRunReason.Cached));
        Assert.Contains(result.GeneratedSources, static source => source.SourceText.ToString().Contains("--new", StringComparison.Ordinal));
    }

    [Fact]
    public void A_formatting_change_in_a_specification_regenerates_nothing()
    {
        var result = Run(_compilation, driver => driver.ReplaceAdditionalText(_b, new SpecificationText(_b.Path, """{ "name": null, "subcommands": [ {"name": ["run"]} ] }""")));
        Assert.All(Reasons(result.TrackedOutputSteps.SelectMany(static step => step.Value)), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Every_step_is_tracked()
        => Assert.All(Steps.Specified, step => Assert.Contains(step, Run(_compilation).TrackedSteps.Keys));

    private GeneratorRunResult Run(CSharpCompilation edited, Func<GeneratorDriver, GeneratorDriver>? edit = null)
    {
        var driver = Generation.Driver(_a, _b, _other).RunGenerators(_compilation, TestContext.Current.CancellationToken);
        driver = edit?.Invoke(driver) ?? driver;
        return driver.RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
    }

    private void AssertNothingDone(GeneratorRunResult result)
    {
        Assert.Equal((1, 1, 0), (_a.Reads, _b.Reads, _other.Reads));
        foreach (var step in Steps.Specified)
        {
            Assert.All(Reasons(result.TrackedSteps[step]), AssertReused);
        }

        var outputs = Reasons(result.TrackedOutputSteps.SelectMany(static step => step.Value));
        Assert.Equal(2, outputs.Count);
        Assert.All(outputs, AssertReused);
    }

    private static void AssertReused(IncrementalStepRunReason reason)
        => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());

    private static IReadOnlyList<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> steps)
        => [.. steps.SelectMany(static step => step.Outputs).Select(static output => output.Reason)];

    private static SyntaxTree Parse(string source, string path)
        => CSharpSyntaxTree.ParseText(source, Generation.ParseOptions, path, cancellationToken: TestContext.Current.CancellationToken);
}
