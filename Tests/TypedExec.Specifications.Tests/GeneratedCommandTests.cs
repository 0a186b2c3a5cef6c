using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit;
using static TypedExec.Specifications.Tests.SpecifiedCommands;

namespace TypedExec.Specifications.Tests;

/// <summary>The command line is what the specification says about an option.</summary>
public sealed class GeneratedCommandTests
{
    [Fact]
    public void A_repeatable_flag_is_a_count()
    {
        var tool = Tool("""{ "options": [{ "name": "-v", "isRepeatable": 3 }] }""");
        Assert.Equal(["-v", "-v"], Arguments(tool, ("V", 2)));
        Assert.Contains("-v can be specified at most 3 times", Error(tool, ("V", 4)), StringComparison.Ordinal);
        Assert.Contains("0 or more", Error(tool, ("V", -1)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_optional_value_is_part_of_the_argument()
    {
        var tool = Tool("""{ "options": [{ "name": "--color", "args": { "isOptional": true } }, { "name": "-U", "args": { "isOptional": true } }] }""");
        Assert.Equal(["--color=always", "-U5"], Arguments(tool, ("Color", (OptionalValue)"always"), ("UpperU", (OptionalValue)"5")));
        Assert.Equal(["--color"], Arguments(tool, ("Color", (OptionalValue)true)));
        Assert.Empty(Arguments(tool, ("Color", (OptionalValue)false)));
    }

    [Theory]
    [InlineData("""{ "name": "--depth", "requiresSeparator": true, "args": {} }""", "--depth=1")]
    [InlineData("""{ "name": "--depth", "requiresEquals": true, "args": {} }""", "--depth=1")]
    [InlineData("""{ "name": "--depth", "requiresSeparator": ":", "args": {} }""", "--depth:1")]
    [InlineData("""{ "name": "depth=", "args": {} }""", "depth=1")]
    [InlineData("""{ "name": "depth=", "requiresSeparator": true, "args": {} }""", "depth=1")]
    public void A_separator_keeps_name_and_value_in_one_argument(string option, string argument)
        => Assert.Equal([argument], Arguments(Tool($$"""{ "options": [{{option}}] }"""), ("Depth", "1")));

    [Fact]
    public void The_separators_of_the_parser_are_those_of_its_subcommands()
    {
        var tool = Tool("""{ "parserDirectives": { "optionArgSeparators": [":"] }, "subcommands": [{ "name": "run", "options": [{ "name": "/out", "requiresSeparator": true, "args": {} }] }] }""");
        Assert.Equal(["run", "/out:x"], Arguments(tool.GetNestedType("Run")!, ("Out", "x")));
    }

    [Fact]
    public void Several_values_follow_one_option()
    {
        var tool = Tool("""{ "options": [{ "name": "--move", "args": [{ "name": "from" }, { "name": "to" }] }, { "name": "--all", "args": { "isVariadic": true } }], "args": { "name": "path" } }""");
        Assert.Equal(["--move", "-a", "b"], Arguments(tool, ("Move", (string[])["-a", "b"])));
        Assert.Contains("exactly 2 values, but Move has 1", Error(tool, ("Move", (string[])["a"])), StringComparison.Ordinal);
        Assert.Equal(["--all", "a", "b", "p"], Arguments(tool, ("All", (string[])["a", "b"]), ("Path", "p")));
        Assert.Contains("would be interpreted as an option", Error(tool, ("All", (string[])["-x"])), StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_of_values_repeat_the_option()
        => Assert.Equal(
            ["--set", "a", "1", "--set", "b", "2"],
            Arguments(
                Tool("""{ "options": [{ "name": "--set", "isRepeatable": true, "args": [{}, {}] }] }"""),
                ("Set", (IReadOnlyList<string>[])[["a", "1"], ["b", "2"]])));

    [Fact]
    public void A_repeatable_value_is_a_list_with_a_limit()
    {
        var tool = Tool("""{ "options": [{ "name": "--omit", "isRepeatable": 2, "args": {} }] }""");
        Assert.Equal(["--omit", "dev", "--omit", "peer"], Arguments(tool, ("Omit", (string[])["dev", "peer"])));
        Assert.Contains("at most 2 times", Error(tool, ("Omit", (string[])["a", "b", "c"])), StringComparison.Ordinal);
        Assert.Contains("at most 2 times", BuildError(tool, ("Omit", (string[])["a", "b", "c"])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_may_be_repeatable_accepts_one_or_several()
    {
        var tool = Tool("""{ "options": [{ "name": "--header", "args": {} }, { "name": "--output", "isRepeatable": false, "args": {} }, { "name": "if=", "args": {} }, { "name": "--define", "requiresSeparator": true, "args": {} }] }""");
        Assert.Equal(
            [typeof(OneOrMany<string>), typeof(string), typeof(OneOrMany<string>), typeof(OneOrMany<string>)],
            ((string[])["Header", "Output", "If", "Define"]).Select(name => tool.GetProperty(name)!.PropertyType));
        Assert.Equal(["--header", "a: 1"], Arguments(tool, ("Header", "a: 1")));
        Assert.Equal(["--header", "a: 1", "--header", "b: 2"], Arguments(tool, ("Header", (string[])["a: 1", "b: 2"])));
        Assert.Equal(["if=a", "--define=b", "--define=c"], Arguments(tool, ("If", "a"), ("Define", (string[])["b", "c"])));
        Assert.Empty(Arguments(tool, ("Header", default(OneOrMany<string>))));
    }

    [Fact]
    public void The_builder_appends_to_one_or_many()
    {
        var tool = Tool("""{ "options": [{ "name": "--header", "args": {} }, { "name": "--url", "isRequired": true, "args": {} }] }""");
        var builder = tool.GetMethod("CreateBuilder")!.Invoke(null, null)!;
        var header = builder.GetType().GetMethod("Header")!;
        header.Invoke(builder, [(OneOrMany<string>)"a"]);
        header.Invoke(builder, [OneOrMany.Create("b", "c")]);
        Assert.Contains("Url", Assert.Throws<TargetInvocationException>(() => builder.GetType().GetMethod("Build", [])!.Invoke(builder, null)).InnerException!.Message, StringComparison.Ordinal);
        builder.GetType().GetMethod("Url")!.Invoke(builder, [(OneOrMany<string>)"u"]);
        var command = (ICommand)builder.GetType().GetMethod("Build", [])!.Invoke(builder, null)!;
        Assert.Equal(["--header", "a", "--header", "b", "--header", "c", "--url", "u"], command.ToArguments());
    }

    [Fact]
    public void One_or_many_follows_the_rules_of_a_single_value()
    {
        var tool = Tool("""{ "options": [{ "name": "--json", "exclusiveOn": ["--form"], "args": {} }, { "name": "--form", "args": {} }, { "name": "--key", "dependsOn": ["--cert"], "args": {} }, { "name": "--cert", "isPersistent": true, "args": {} }], "subcommands": [{ "name": "run", "options": [{ "name": "--pass", "dependsOn": ["--cert"], "args": {} }] }] }""");
        Assert.Contains("mutually exclusive", Error(tool, ("Json", "a"), ("Form", "b")), StringComparison.Ordinal);
        Assert.Contains("requires --cert", Error(tool, ("Key", "a")), StringComparison.Ordinal);
        Assert.Equal(["--key", "a", "--cert", "b"], Arguments(tool, ("Key", "a"), ("Cert", "b")));
        var run = tool.GetNestedType("Run")!;
        Assert.Contains("requires --cert", Error(run, ("Pass", "a")), StringComparison.Ordinal);
        Assert.Equal(["--cert", "b", "run", "--pass", "a"], Arguments(run, ("Pass", "a"), ("Parent", Make(tool, ("Cert", "b")))));
    }

    [Fact]
    public void A_value_with_a_number_type_is_a_number()
    {
        var tool = Tool("""
            {
              "options": [
                { "name": "--retry", "args": { "type": "integer" } },
                { "name": "--depth", "isRepeatable": false, "args": { "type": "integer" } },
                { "name": "--ratio", "isRepeatable": true, "requiresSeparator": true, "args": { "type": "number" } },
                { "name": "--jobs", "args": { "type": "integer", "isOptional": true } },
                { "name": "--level", "args": { "type": "integer", "suggestions": ["1", "auto"] } },
                { "name": "--size", "args": [{ "type": "integer" }, { "type": "integer" }] },
                { "name": "--port", "isRequired": true, "isRepeatable": false, "args": { "type": "integer" } }
              ],
              "args": [{ "name": "lines", "type": "integer" }, { "name": "rest", "isVariadic": true, "type": "number" }]
            }
            """);
        Assert.Equal(
            [
                typeof(OneOrMany<long>), typeof(long?), typeof(IReadOnlyList<double>), typeof(OptionalValue<long>), typeof(OneOrMany<string>),
                typeof(IReadOnlyList<string>), typeof(long?), typeof(long?), typeof(IReadOnlyList<double>),
            ],
            ((string[])["Retry", "Depth", "Ratio", "Jobs", "Level", "Size", "Port", "Lines", "Rest"]).Select(name => tool.GetProperty(name)!.PropertyType));
        Assert.Equal(
            ["--size", "1", "2", "--retry", "3", "--retry", "4", "--depth", "5000000000", "--ratio=0.5", "--ratio=2", "--jobs=8", "--port", "80", "10", "1.5"],
            Arguments(
                tool,
                ("Retry", OneOrMany.Create(3L, 4L)),
                ("Depth", 5_000_000_000),
                ("Ratio", (double[])[0.5, 2]),
                ("Jobs", (OptionalValue<long>)8),
                ("Size", (string[])["1", "2"]),
                ("Port", 80L),
                ("Lines", 10L),
                ("Rest", (double[])[1.5])));
        var builder = tool.GetMethod("CreateBuilder")!.Invoke(null, null)!;
        Assert.Contains("Port", Assert.Throws<TargetInvocationException>(() => builder.GetType().GetMethod("Build", [])!.Invoke(builder, null)).InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spelling_and_its_negation_are_one_property()
    {
        var tool = Tool("""{ "options": [{ "name": ["-s", "--sign", "--no-sign"] }] }""");
        Assert.Equal(["--sign"], Arguments(tool, ("Sign", true)));
        Assert.Equal(["--no-sign"], Arguments(tool, ("Sign", false)));
        Assert.Empty(Arguments(tool));
    }

    [Fact]
    public void Both_forms_reject_mutually_exclusive_options()
    {
        var tool = Tool("""{ "options": [{ "name": ["-q", "--quiet"], "exclusiveOn": ["-v", "-q"] }, { "name": ["-v", "--verbose"] }] }""");
        const string Message = "--quiet (Quiet) and --verbose (Verbose) are mutually exclusive";
        Assert.Contains(Message, Error(tool, ("Quiet", true), ("Verbose", true)), StringComparison.Ordinal);
        Assert.Contains(Message, BuildError(tool, ("Quiet", true), ("Verbose", true)), StringComparison.Ordinal);
        Assert.Equal(["--quiet"], Arguments(tool, ("Quiet", true)));
    }

    [Fact]
    public void An_option_that_requires_another_is_rejected_without_it()
    {
        var tool = Tool("""{ "options": [{ "name": "--amend", "dependsOn": ["--message"] }, { "name": "--message", "args": {} }] }""");
        Assert.Contains("--amend (Amend) requires --message. Set Message too", Error(tool, ("Amend", true)), StringComparison.Ordinal);
        Assert.Contains("--amend", BuildError(tool, ("Amend", true)), StringComparison.Ordinal);
        Assert.Equal(["--amend", "--message", "x"], Arguments(tool, ("Amend", true), ("Message", "x")));
    }

    [Fact]
    public void A_persistent_option_is_usable_on_every_subcommand()
    {
        var tool = Tool("""{ "options": [{ "name": "--context", "isPersistent": true, "args": {} }], "subcommands": [{ "name": "get", "subcommands": [{ "name": "pods", "options": [{ "name": "--all" }] }] }] }""");
        var pods = tool.GetNestedType("Get")!.GetNestedType("Pods")!;
        Assert.Equal(["get", "pods", "--all", "--context", "x"], Arguments(pods, ("All", true), ("Context", "x")));
        Assert.Equal(["--context", "x"], Arguments(tool, ("Context", "x")));
    }

    [Fact]
    public void The_options_of_the_parent_go_before_the_subcommand()
    {
        var tool = Tool("""{ "options": [{ "name": "-C", "args": {} }], "subcommands": [{ "name": "log", "options": [{ "name": "--all" }] }] }""");
        Assert.Equal(["-C", "/src", "log", "--all"], Arguments(tool.GetNestedType("Log")!, ("Parent", Make(tool, ("UpperC", "/src"))), ("All", true)));
    }

    [Fact]
    public void A_positional_argument_is_not_mistaken_for_an_option()
    {
        var tool = Tool("""{ "options": [{ "name": "--" }], "args": { "name": "path", "isVariadic": true } }""");
        Assert.Contains("would be interpreted as an option", Error(tool, ("Path", (string[])["-x"])), StringComparison.Ordinal);
        Assert.Equal(["--", "-x"], Arguments(tool, ("DashDash", true), ("Path", (string[])["-x"])));
    }

    [Fact]
    public void Arguments_after_the_marker_come_last()
    {
        var tool = Tool("""{ "options": [{ "name": "--", "args": { "name": "args", "isVariadic": true } }], "args": { "name": "script" } }""");
        Assert.Equal(["build", "--", "--watch"], Arguments(tool, ("Script", "build"), ("Rest", (string[])["--watch"])));
    }

    [Fact]
    public void Arguments_after_a_nested_command_belong_to_it()
    {
        var tool = Tool("""{ "args": [{ "name": "image" }, { "name": "command", "isCommand": true }, { "name": "rest", "isVariadic": true }] }""");
        Assert.Equal(["alpine", "ls", "-l"], Arguments(tool, ("Image", "alpine"), ("Command", "ls"), ("Rest", (string[])["-l"])));
        Assert.Contains("would be interpreted", Error(tool, ("Command", "-l")), StringComparison.Ordinal);
        tool = Tool("""{ "args": { "name": "command", "isCommand": true, "isVariadic": true } }""");
        Assert.Equal(["ls", "-l"], Arguments(tool, ("Command", (string[])["ls", "-l"])));
        Assert.Contains("would be interpreted", Error(tool, ("Command", (string[])["-l"])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_masked()
    {
        var tool = Make(Tool("""{ "options": [{ "name": "--token", "args": {} }, { "name": "-p", "args": { "name": "password" } }] }"""), ("Token", "t0p"), ("P", "s3cret"));
        Assert.Equal("tool --token '***' -p '***'", tool.ToString());
    }

    [Fact]
    public void A_required_option_must_be_set()
    {
        var tool = Tool("""{ "options": [{ "name": "--file", "isRequired": true, "args": {} }] }""");
        Assert.NotNull(tool.GetProperty("File")!.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>());
        var builder = tool.GetMethod("CreateBuilder")!.Invoke(null, null)!;
        var error = Assert.Throws<TargetInvocationException>(() => builder.GetType().GetMethod("Build", [])!.Invoke(builder, null)).InnerException;
        Assert.Contains("File", Assert.IsType<InvalidOperationException>(error).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deprecated_members_are_obsolete_and_hidden_ones_are_not_offered()
    {
        var tool = Tool("""{ "options": [{ "name": "--old", "deprecated": { "description": "Use --new." } }, { "name": "--inner", "hidden": true }], "subcommands": [{ "name": "gone", "deprecated": true, "hidden": true, "options": [{ "name": "-x" }] }] }""");
        Assert.Equal("Use --new.", tool.GetProperty("Old")!.GetCustomAttribute<ObsoleteAttribute>()!.Message);
        Assert.NotNull(tool.GetProperty("Inner")!.GetCustomAttribute<System.ComponentModel.EditorBrowsableAttribute>());
        Assert.NotNull(tool.GetNestedType("Gone")!.GetCustomAttribute<ObsoleteAttribute>());
    }

    [Fact]
    public void Known_values_are_constants()
    {
        var tool = Tool("""{ "options": [{ "name": "--pull", "args": { "suggestions": ["always", { "name": ["never", "no"] }, null, "pull", "", "a b", "always"] } }] }""");
        Assert.Equal(
            ["Always=always", "Never=never", "No=no", "PullValue=pull", "AB=a b"],
            tool.GetNestedType("Known")!.GetNestedType("Pull")!.GetFields().Select(static field => field.Name + "=" + field.GetRawConstantValue()));
    }

    [Fact]
    public void The_users_own_option_replaces_the_specifications()
    {
        var tool = Generation.Load(
            """{ "options": [{ "name": ["-j", "--jobs"], "args": {}, "exclusiveOn": ["--serial"] }, { "name": "--serial" }], "args": [{ "name": "from" }, { "name": "to" }], "subcommands": [{ "name": "run", "options": [{ "name": "--fast" }, { "name": "--level", "args": {} }] }] }""",
            """
            /// <summary>Typed.</summary>
            [Option("--jobs")] public int? Jobs { get; init; }
            /// <summary>May begin with a dash.</summary>
            [Argument(1, AllowLeadingDash = true)] public string? Target { get; init; }
            /// <summary>Extended.</summary>
            public partial class Run
            {
                /// <summary>Typed.</summary>
                [Option("--level", Separator = "=")] public int? Level { get; init; }
            }
            """);
        Assert.Equal(["--jobs", "4", "a", "-b"], Arguments(tool, ("Jobs", 4), ("From", "a"), ("Target", "-b")));
        Assert.Contains("are mutually exclusive", Error(tool, ("Jobs", 4), ("Serial", true)), StringComparison.Ordinal);
        Assert.Equal(["run", "--fast", "--level=2"], Arguments(tool.GetNestedType("Run")!, ("Fast", true), ("Level", 2)));
    }

    [Fact]
    public void The_user_s_option_sets_are_options_of_the_class()
    {
        var tool = Generation.Load(
            """{ "subcommands": [{ "name": "run", "options": [{ "name": "--context", "args": {} }, { "name": "--fast" }, { "name": "--note", "args": {} }], "args": { "name": "file" } }, { "name": "get" }] }""",
            """
            /// <summary>Shared.</summary>
            [OptionSet] public abstract class ClusterOptions
            {
                /// <summary>Instead of the specification's.</summary>
                [Option("--context", Separator = "=")] public string? Context { get; init; }
                /// <summary>Not in it.</summary>
                [Option("--level")] public Level? Level { get; init; }
                /// <summary>Another thing of that name.</summary>
                public string Note => "";
            }
            /// <summary>Shared.</summary>
            [OptionSet] public interface IOutput
            {
                /// <summary>How it prints.</summary>
                [Option("--output")] string? Output { get; }
            }
            /// <summary>Levels.</summary>
            public enum Level { /** <summary>High.</summary> */ VeryHigh }
            /// <summary>Extended.</summary>
            public partial class Run : ClusterOptions, IOutput
            {
                /// <inheritdoc/>
                public string? Output { get; init; }
            }
            /// <summary>Extended.</summary>
            public partial class Get : IOutput
            {
                /// <inheritdoc/>
                public string? Output { get; init; }
            }
            /// <summary>Builds.</summary>
            public static string Build() => string.Join(' ', Run.CreateBuilder().Context("x").Level(Tool.Level.VeryHigh).Fast().Output("o").NoteOption("n").File("f").Build().ToArguments());
            """);
        Assert.Equal("run --fast --note n --context=x --level very-high --output o f", tool.GetMethod("Build")!.Invoke(null, null));
        Assert.Equal(["get", "--output", "o"], Arguments(tool.GetNestedType("Get")!, ("Output", "o")));
    }

    [Fact]
    public void A_class_with_the_subcommand_s_attribute_is_extended_and_renames_it()
    {
        var tool = Generation.Load(
            """{ "subcommands": [{ "name": ["r", "run"], "options": [{ "name": "--fast" }] }] }""",
            """
            /// <summary>Renamed.</summary>
            [Subcommand("run")] public sealed partial record Start
            {
                /// <summary>Own.</summary>
                [Option("--mine")] public bool Mine { get; init; }
            }
            /// <summary>Not in the specification.</summary>
            [Subcommand("extra words")] public partial class Extra
            {
                /// <summary>Own.</summary>
                [Argument(0)] public string? Path { get; init; }
            }
            """);
        Assert.Null(tool.GetNestedType("Run"));
        Assert.Equal(["run", "--fast", "--mine"], Arguments(tool.GetNestedType("Start")!, ("Fast", true), ("Mine", true)));
        Assert.Equal(["extra", "words", "p"], Arguments(tool.GetNestedType("Extra")!, ("Path", "p")));
    }

    [Fact]
    public void An_option_of_several_words_is_an_argument_for_each()
    {
        var tool = Tool("""{ "options": [{ "name": "-o wide" }, { "name": "-o format", "args": {} }, { "name": "-o set", "isRepeatable": true, "args": {} }, { "name": "-o level", "isRepeatable": 3 }, { "name": "-o pair", "args": [{}, {}] }, { "name": "-o color", "args": { "isOptional": true } }, { "name": ["--x sign", "--no-x sign"] }] }""");
        Assert.Equal(["-o", "wide"], Arguments(tool, ("OWide", true)));
        Assert.Empty(Arguments(tool, ("OWide", false)));
        Assert.Equal(["-o", "format", "x y"], Arguments(tool, ("OFormat", "x y")));
        Assert.Equal(["-o", "set", "a", "-o", "set", "b"], Arguments(tool, ("OSet", (string[])["a", "b"])));
        Assert.Equal(["-o", "level", "-o", "level"], Arguments(tool, ("OLevel", 2)));
        Assert.Contains("at most 3 times", Error(tool, ("OLevel", 4)), StringComparison.Ordinal);
        Assert.Equal(["-o", "pair", "a", "b"], Arguments(tool, ("OPair", (string[])["a", "b"])));
        Assert.Equal(["-o", "color=always"], Arguments(tool, ("OColor", (OptionalValue)"always")));
        Assert.Equal(["--no-x", "sign"], Arguments(tool, ("XSign", false)));
    }

    [Fact]
    public void The_users_fields_do_not_clash_with_the_properties()
    {
        var tool = Generation.Load(
            """{ "options": [{ "name": "--all" }], "args": { "name": "path" }, "subcommands": [{ "name": "run" }] }""",
            """
            private static int _All() => 1;
            private static int _All_() => 2;
            private static int _Path() => 3;
            /// <summary>Extended.</summary>
            public partial class Run { private class _Parent; }
            """);
        Assert.Equal(["--all", "p"], Arguments(tool, ("All", true), ("Path", "p")));
        Assert.Equal(["--all", "run"], Arguments(tool.GetNestedType("Run")!, ("Parent", Make(tool, ("All", true)))));
    }

    [Fact]
    public void Classes_whose_names_differ_only_in_case_have_separate_files()
    {
        var text = new SpecificationText("/project/tool.json", """{ "subcommands": [{ "name": "run" }, { "name": "RUN" }, { "name": "go" }] }""");
        Generation.Driver(text).RunGeneratorsAndUpdateCompilation(
            Generation.Compilation("""
                using TypedExec;
                /** <summary>One.</summary> */ [Command("tool", Specification = "tool.json")] public partial class Tool { /** <summary>Own.</summary> */ [Command("go")] public partial class GO; }
                /** <summary>Two.</summary> */ [Command("tool", Specification = "tool.json")] public partial class TOOL;
                /** <summary>Three.</summary> */ [Command("tool")] public partial class tOOL;
                """),
            out var compilation,
            out var diagnostics,
            TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    [Fact]
    public void An_option_follows_the_arguments_if_the_specification_requires_it()
    {
        var tool = Tool("""
            {
              "options": [{ "name": "-l", "place": "afterArguments", "requiresSeparator": ":", "args": {} }, { "name": "-v" }],
              "args": { "name": "file" },
              "subcommands": [{ "name": "run", "options": [{ "name": "--last", "place": "afterArguments" }], "args": { "name": "image" } }]
            }
            """);
        Assert.Equal(["-v", "a.c", "-l:m"], Arguments(tool, ("L", "m"), ("V", true), ("File", "a.c")));
        Assert.Equal(
            ["-v", "run", "x", "-l:m", "--last"],
            Arguments(tool.GetNestedType("Run")!, ("Parent", Make(tool, ("L", "m"), ("V", true))), ("Image", "x"), ("Last", true)));
    }

    private static Type Tool(string specification) => Generation.Load(specification);
}
