using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>Generated code has short names, unless the user's own code gives one of them another meaning.</summary>
public sealed class ShortNameTests
{
    private const string Short = " Execution RunAsync(";
    private const string Qualified = " global::TypedExec.Execution RunAsync(";

    [Theory]
    [InlineData("A type of an outer namespace", "namespace Demo { class Execution; class IEnumerable; } namespace Demo.Tools { [TypedExec.Command(\"git\")] partial class Git; }")]
    [InlineData("A type of an inner namespace", "namespace Demo { [TypedExec.Command(\"git\")] partial class Git; } namespace Demo.Tools { class Execution; }")]
    [InlineData("A global type", "class Execution; namespace Demo { [TypedExec.Command(\"git\")] partial class Git; }")]
    [InlineData("A global using of another type", "global using Execution = System.Version; namespace Demo { [TypedExec.Command(\"git\")] partial class Git; }")]
    [InlineData("Namespaces named like those of the types", "namespace Demo.System { class Task; } namespace Demo.TypedExec { class Job; } namespace Demo { [global::TypedExec.Command(\"git\")] partial class Git; }")]
    [InlineData("A member of an unrelated type", "namespace Demo { class Other { public class Execution; } [TypedExec.Command(\"git\")] partial class Git; }")]
    public void Short_where_nothing_hides_them(string shape, string source) => AssertHas(shape, Short, source);

    [Theory]
    [InlineData("A type of the namespace", "namespace Demo { class Execution; [TypedExec.Command(\"git\")] partial class Git; }")]
    [InlineData("A generic type of the namespace", "namespace Demo { class IEnumerable<T>; [TypedExec.Command(\"git\")] partial class Git; }")]
    [InlineData("A namespace in the namespace", "namespace Demo.Execution { class Job; } namespace Demo { [TypedExec.Command(\"git\")] partial class Git; }")]
    [InlineData("An attribute of the namespace", "namespace Demo { class GeneratedCode : System.Attribute; class OverloadResolutionPriorityAttribute : System.Attribute; [TypedExec.Command(\"git\")] partial class Git; }")]
    [InlineData("A nested type", "namespace Demo { [TypedExec.Command(\"git\")] partial class Git { public class ShellCommand; } }")]
    [InlineData("A subcommand", "namespace Demo { [TypedExec.Command(\"git\")] partial class Git { [TypedExec.Subcommand(\"execution\")] public partial class Execution; } }")]
    [InlineData("An option", "namespace Demo { [TypedExec.Command(\"git\")] partial class Git { [TypedExec.Option(\"-x\")] public string? CommandExtensions { get; init; } } }")]
    [InlineData("A type around it", "namespace Demo { partial class Outer { class CancellationToken; [TypedExec.Command(\"git\")] partial class Git; } }")]
    [InlineData("A type in a base class", "namespace Demo { class Base { public class ExecOptions; } [TypedExec.Command(\"git\")] partial class Git : Base; }")]
    [InlineData("A type in a base class of the type around it", "namespace Demo { class Base { public class ExecOptions; } partial class Outer : Base { [TypedExec.Command(\"git\")] partial class Git; } }")]
    [InlineData("A parameter of the primary constructor", "namespace Demo { [TypedExec.Command(\"git\")] partial class Git(string CommandExtensions) { public Git() : this(\"\") { } public string Text => CommandExtensions; } }")]
    [InlineData("No namespace", "[TypedExec.Command(\"git\")] partial class Git;")]
    public void Qualified_where_something_hides_one_of_them(string shape, string source) => AssertHas(shape, Qualified, source);

    [Theory]
    [InlineData("namespace Demo { public class Execution; }", "")]
    [InlineData("namespace Library { public class Base { public class Execution; } }", " : Library.Base")]
    public void Qualified_where_a_library_hides_one(string library, string bases)
    {
        using var image = new MemoryStream();
        Assert.True(Compilations.Of(library).WithAssemblyName("Library").Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var consumer = Compilations.Of($"namespace Demo {{ [TypedExec.Command(\"git\")] partial class Git{bases}; }}")
            .AddReferences(MetadataReference.CreateFromImage(image.ToArray()));

        AssertHas("A library", Qualified, consumer);
    }

    [Theory]
    [InlineData("namespace Demo { class MethodCall; }", "string word", "")]
    [InlineData("", "string MethodCall", "")]
    [InlineData("namespace Demo { interface IOther { public class MethodCall; } }", "string word", " : IOther")]
    public void Qualified_for_methods_too(string other, string parameter, string bases)
        => AssertHas("Methods", "new global::TypedExec.Generated.MethodCall(", $$"""
            {{other}}
            namespace Demo { [TypedExec.Command("git")] partial interface IGit{{bases}} { [TypedExec.Run("log {{{parameter.Split(' ')[1]}}}")] System.Threading.Tasks.Task LogAsync({{parameter}}); } }
            """);

    [Fact]
    public void A_type_that_is_added_in_another_file_is_noticed()
    {
        var compilation = Compilations.Of("namespace Demo { [TypedExec.Command(\"git\")] partial class Git; }", "");
        var driver = Compilations.Driver().RunGeneratorsAndUpdateCompilation(compilation, out _, out _, TestContext.Current.CancellationToken);
        Assert.Contains(Short, Text(driver.GetRunResult().Results.Single()), StringComparison.Ordinal);

        var edited = compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[1], CSharpSyntaxTree.ParseText("namespace Demo { class Execution; }", Compilations.ParseOptions, "Source1.cs"));
        driver = driver.RunGeneratorsAndUpdateCompilation(edited, out var updated, out _, TestContext.Current.CancellationToken);

        var result = driver.GetRunResult().Results.Single();
        Assert.Contains(Qualified, Text(result), StringComparison.Ordinal);
        Compilations.AssertNoProblems((CSharpCompilation)updated, result);
    }

    [Fact]
    public void A_literal_is_not_a_name()
    {
        const string Literal = "\"--global::TypedExec.Execution\"";
        AssertHas("A literal", $"AddOption(\"X\", {Literal}, this.X, separator: \"global::TypedExec.ExecOptions\")", $$"""
            namespace Demo { [TypedExec.Command("git")] partial class Git { [TypedExec.Option({{Literal}}, Separator = "global::TypedExec.ExecOptions")] public string? X { get; init; } } }
            """);
    }

    private static void AssertHas(string shape, string expected, string source) => AssertHas(shape, expected, Compilations.Of(source));

    private static void AssertHas(string shape, string expected, CSharpCompilation compilation)
    {
        var updated = Compilations.Generate(compilation, out var result);

        Compilations.AssertNoProblems(updated, result);
        Assert.True(Text(result).Contains(expected, StringComparison.Ordinal), shape + "\n" + Text(result));
    }

    private static string Text(GeneratorRunResult result) => string.Join('\n', result.GeneratedSources.Select(static source => source.SourceText));
}
