using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>Every shape that an annotated class can have gives code that compiles without a warning.</summary>
public sealed class ClassShapeTests
{
    [Theory]
    [InlineData("A static class", "[Command(\"git\")] internal static partial class Git;")]
    [InlineData("A sealed class", "[Command(\"git\")] internal sealed partial class Git { [Option(\"-v\")] public bool V { get; init; } }")]
    [InlineData("A record", "[Command(\"git\")] internal partial record Git { [Option(\"-v\")] public required string V { get; init; } }")]
    [InlineData("A sealed record class", "[Command(\"git\")] internal sealed partial record class Git { [Option(\"-v\")] public bool V { get; init; } }")]
    [InlineData("A positional record", "[Command(\"git\")] internal partial record Git([property: Option(\"-v\")] bool V);")]
    [InlineData("A primary constructor", "[Command(\"git\")] internal partial class Git(int n) { public Git() : this(1) { } [Option(\"-n\")] public int N { get; init; } = n; }")]
    [InlineData("In a struct", "internal partial struct Outer { [Command(\"git\")] internal partial class Git; }")]
    [InlineData("In a record struct", "internal readonly partial record struct Outer { [Command(\"git\")] internal partial class Git; }")]
    [InlineData("In an interface", "internal partial interface IOuter { [Command(\"git\")] internal partial class Git; }")]
    [InlineData("In a record", "internal abstract partial record Outer { [Command(\"git\")] private partial class Git { [Option(\"-v\")] public bool V { get; init; } } }")]
    [InlineData("Private, in a static class", "internal static partial class Outer { internal static partial class Inner { [Command(\"git\")] private partial class Git; } }")]
    [InlineData("A private constructor", "[Command(\"git\")] internal partial class Git { private Git() { } [Option(\"-v\")] public bool V { get; init; } }")]
    [InlineData("A derived class", "internal class Base { public string Spawn(SpawnOptions? o = null) => \"\" + o; public virtual string Exec => \"\"; public sealed override string ToString() => \"\"; } [Command(\"git\")] internal partial class Git : Base;")]
    [InlineData("A command derived from a command", "[Command(\"a\")] internal partial class A { [Option(\"-v\")] public bool V { get; init; } } [Command(\"b\")] internal partial class B : A { [Option(\"-w\")] public bool W { get; init; } }")]
    [InlineData("A virtual option", "internal abstract class Base { public abstract string? V { get; init; } } [Command(\"a\")] internal partial class A : Base { [Option(\"-v\")] public override string? V { get; init; } }")]
    [InlineData("A partial option", "[Command(\"git\")] internal partial class Git { [Option(\"-v\")] public partial string V { get; init; } public partial string V { get => field ??= \"\"; init; } }")]
    [InlineData("An option that checks its value", "[Command(\"git\")] internal partial class Git { [Option(\"-v\")] public required string V { get; init => field = value ?? throw new System.ArgumentNullException(nameof(value)); } }")]
    [InlineData("Several in one file", "[Command(\"a\")] internal partial class A; [Command(\"b\")] internal partial class B; namespace Deep { [Command(\"a\")] internal partial class A; }")]
    [InlineData("Names that differ in case", "[Command(\"a\")] internal partial class Git; [Command(\"b\")] internal partial class GIT; [Command(\"c\")] internal partial class git;", "CS8981")]
    [InlineData("Keywords as names", "namespace @namespace.@event { [Command(\"a\")] internal partial class @class { [Option(\"-v\")] public string? @int { get; init; } [Option(\"-w\")] public bool @bool { get; init; } [Subcommand(\"x\")] internal partial class @record { [Argument(0)] public string[] @params { get; init; } = []; } } }")]
    [InlineData("Unicode names", "[Command(\"a\")] internal partial class Größe { [Option(\"--größe\")] public string? Größe1 { get; init; } [Option(\"--名\")] public bool 名 { get; init; } }")]
    [InlineData("Odd texts", "[Command(\"a\\\"b\\\\\\n<&>\\u2028\\ud800\")] internal partial class A { [Option(\"-\\\"{x}\\\\\", Separator = \"{0}\\n\")] public string? V { get; init; } }")]
    [InlineData("Obsolete options", "internal enum E { [System.Obsolete] A, B } [Command(\"a\")] internal partial class A { [System.Obsolete(\"x\"), Option(\"-v\")] public string? V { get; init; } [Option(\"-e\")] public E E { get; init; } }")]
    [InlineData("Private options", "[Command(\"a\")] internal partial class A { private enum E { X } [Option(\"-v\")] private E V { get; set; } [Option(\"-p\")] protected int? P { get; private set; } [Option(\"-i\")] internal required string I { get; init; } }")]
    [InlineData("Several enums, nullable all", "internal enum E { A, B = A } [Command(\"a\")] internal partial class A { [Option(\"-a\")] public E? V { get; init; } [Option(\"-b\")] public E? W { get; init; } [Option(\"-c\")] public System.DayOfWeek? D { get; init; } [Option(\"-d\")] public System.Collections.Generic.Dictionary<E, int?>? M { get; init; } }")]
    [InlineData("An empty enum", "internal enum E; [Command(\"a\")] internal partial class A { [Option(\"-a\")] public E V { get; init; } }")]
    [InlineData("A builder of the user's own", "[Command(\"a\")] internal partial class A { internal sealed class Builder; }")]
    [InlineData("Options named like the generated code's own", "[Command(\"a\")] internal partial class A { [Option(\"-a\")] public bool arguments { get; init; } [Option(\"-b\")] public string? args { get; init; } [Option(\"-c\")] public string? value { get; init; } [Option(\"-d\")] public bool Build { get; init; } [Option(\"-e\")] public string? New { get; init; } [Option(\"-f\")] public bool TypedExec { get; init; } [Option(\"-g\")] public string? System { get; init; } [Option(\"-h\")] public bool _command { get; init; } [Option(\"-i\")] public string? File { get; init; } [Option(\"-j\")] public string? Missing { get; init; } [Option(\"-k\")] public int SetNew { get; init; } [Option(\"-l\")] public int Parent { get; init; } [Subcommand(\"b\")] internal partial class B; }")]
    [InlineData("A subcommand below commands without options", "[Command(\"a\")] internal static partial class A { [Subcommand(\"b c\")] internal partial class B { [Option(\"-x\")] public int X { get; init; } [Subcommand(\"d\")] internal partial record D { [Subcommand(\"e\")] internal sealed partial class E; } } }")]
    [InlineData("A parent of the user's own", "[Command(\"a\")] internal partial class A { [Option(\"-x\")] public int X { get; init; } [Subcommand(\"b\")] internal partial class B { public required A Parent { get; init; } [Subcommand(\"c\")] internal partial class C; } }", "TEXEC021")]
    [InlineData("Options named like the builder's methods", "[Command(\"a\")] internal partial class A { [Option(\"--build\")] public bool Build { get; init; } [Option(\"--missing\")] public string? Missing { get; init; } [Option(\"--required\")] public required string Required { get; init; } internal static A Make() => CreateBuilder().WithBuild().Missing(\"m\").Required(\"r\").Build(); }")]
    [InlineData("Experimental options", "[System.Diagnostics.CodeAnalysis.Experimental(\"X1\")] internal enum E { A } [Command(\"a\")] internal partial class A { [System.Diagnostics.CodeAnalysis.Experimental(\"X2\"), Option(\"-v\")] public string? V { get; init; } \n#pragma warning disable X1\n [Option(\"-e\")] public E? E { get; init; } \n#pragma warning restore X1\n }")]
    [InlineData("Options that are an error to use", "internal enum E { [System.Obsolete(\"no\", true)] A, B } [Command(\"a\")] internal partial class A { [System.Obsolete(\"no\", true), Option(\"-v\", ExclusiveOn = [\"-w\"])] public string? V { get; init; } [Option(\"-w\")] public E? W { get; init; } [System.Obsolete(\"no\", true), Option(\"-x\")] public System.Collections.Generic.List<string>? X { get; init; } }")]
    [InlineData("Obsolete options with an id", "[Command(\"a\")] internal partial class A { [System.Obsolete(\"old\", DiagnosticId = \"LIB001\"), Option(\"-v\")] public string? V { get; init; } }")]
    [InlineData("An option that disallows null", "[Command(\"a\")] internal partial class A { [System.Diagnostics.CodeAnalysis.DisallowNull, Option(\"-v\")] public string? V { get; set; } }")]
    public void Compiles_without_a_warning(string shape, string source, string? allowed = null)
    {
        Assert.NotEmpty(shape);
        AssertCompiles(["using TypedExec;\n" + source], allowed);
        if (!source.Contains("namespace", StringComparison.Ordinal))
        {
            AssertCompiles(["using TypedExec;\nnamespace Demo.Tools;\n" + source], allowed);
        }
    }

    [Fact]
    public void A_class_in_several_files_has_the_options_of_all_of_them()
    {
        var result = AssertCompiles(
        [
            "namespace Demo; [TypedExec.Command(\"git\")] internal sealed partial class Git { [TypedExec.Option(\"-a\")] public bool A { get; init; } }",
            "namespace Demo; partial class Git { [TypedExec.Option(\"-b\")] public bool B { get; init; } }",
        ]);
        Assert.Contains("\"-a\"", result, StringComparison.Ordinal);
        Assert.Contains("\"-b\"", result, StringComparison.Ordinal);
    }

    [Fact]
    public void User_types_with_the_same_names_do_not_interfere() => AssertCompiles(
    [
        """
        namespace Demo
        {
            internal class System;
            internal class String;
            internal class Task;
            internal class ChildProcess;
            internal class Execution;
            internal class ICommand;
            internal class CommandArguments;
            internal class IEnumerable<T>;
            internal class ReadOnlySpan<T>;
            internal class Builder;

            [global::TypedExec.Command("git")]
            internal partial class Git
            {
                [global::TypedExec.Option("-a")] public global::System.Collections.Generic.List<string>? A { get; init; }

                internal class TypedExec;
                internal class Executable;
                internal class CommandBuilder;
            }
        }
        """,
    ]);

    [Fact]
    public void Generated_public_members_are_fully_documented() => AssertCompiles(
    [
        """
        /// <summary>Git.</summary>
        [TypedExec.Command("git")]
        public partial class Git
        {
            /// <summary>See <see cref="Tools"/>.</summary>
            [TypedExec.Option("-a")] public global::System.Collections.Generic.List<string>? A { get; init; }

            /// <summary>Commits.</summary>
            [TypedExec.Subcommand("commit")]
            public partial class Commit
            {
                /// <summary>The message.</summary>
                [TypedExec.Option("-m")] public required string Message { get; init; }
            }
        }

        internal class Tools;
        """,
    ]);

    [Fact]
    public void An_assembly_may_be_CLS_compliant() => AssertCompiles(
    [
        """
        [assembly: System.CLSCompliant(true)]
        /// <summary>A.</summary>
        [TypedExec.Command("a")] public partial class A { /// <summary>B.</summary>
            [TypedExec.Option("-b")] public string? B { get; init; } }
        """,
    ]);

    [Fact]
    public void The_language_may_be_C_sharp_13()
    {
        var options = Compilations.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp13);
        var compilation = Compilations.Of().AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            "using TypedExec; [Command(\"a\")] internal partial class A { [Option(\"-a\")] public required string[] B { get; init; } [Option(\"-d\")] public bool? D { get; init; } [Argument(0)] public ICommand? C { get; init; } }", options));
        var driver = CSharpGeneratorDriver.Create([new CommandGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        Compilations.AssertNoProblems((CSharpCompilation)updated, driver.GetRunResult().Results.Single());
    }

    [Fact]
    public void A_class_that_has_no_name_yet_produces_no_file()
    {
        Compilations.Generate(Compilations.Of("using TypedExec; [Command(\"git\")] public partial class "), out var result);
        Assert.Null(result.Exception);
        Assert.Empty(result.GeneratedSources);
    }

    [Fact]
    public void A_generated_file_has_a_short_name_at_any_nesting_depth()
    {
        var (open, close) = ("", "");
        for (var i = 0; i < 12; i++)
        {
            (open, close) = ($"{open} partial class ARatherLongNameOfANestedClass{i} {{", close + " }");
        }

        Compilations.Generate(Compilations.Of($"{open} [TypedExec.Command(\"a\")] partial class A; [TypedExec.Command(\"b\")] partial class B; {close}"), out var result);
        Assert.Equal(2, result.GeneratedSources.Length);
        Assert.All(result.GeneratedSources, static source => Assert.InRange(source.HintName.Length, 1, 160));
    }

    [Fact]
    public void Partial_declarations_are_ordered_by_file_name()
    {
        static string Generated(params (string Path, string Text)[] files)
        {
            var compilation = Compilations.Of().AddSyntaxTrees(files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, Compilations.ParseOptions, file.Path)));
            Compilations.Generate(compilation, out var result);
            return result.GeneratedSources.Single().SourceText.ToString();
        }

        var first = ("A.cs", "[TypedExec.Command(\"git\")] internal partial class Git { [TypedExec.Option(\"-a\")] public bool A { get; init; } }");
        var second = ("B.cs", "partial class Git { [TypedExec.Option(\"-b\")] public bool B { get; init; } }");
        Assert.Equal(Generated(first, second), Generated(second, first));
    }

    [Fact]
    public void The_attribute_on_two_parts_does_not_break_the_generator()
    {
        Compilations.Generate(
            Compilations.Of("[TypedExec.Command(\"a\")] partial class A;", "[TypedExec.Command(\"b\")] partial class A;"), out var result);
        Assert.Null(result.Exception);
        Assert.Single(result.GeneratedSources);
    }

    private static string AssertCompiles(string[] sources, string? allowed = null)
    {
        var updated = Compilations.Generate(Compilations.Of(sources), out var result);
        Assert.Equal("", string.Join('\n', Compilations.Problems(updated, result).Where(problem => problem.Id != allowed)));
        Assert.NotEmpty(result.GeneratedSources);
        return string.Join('\n', result.GeneratedSources.Select(static source => source.SourceText));
    }
}
