using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Xunit;
using static TypedExec.Specifications.Tests.SpecifiedCommands;

namespace TypedExec.Specifications.Tests;

/// <summary>Persistent options are written once, and every subcommand inherits them.</summary>
public sealed class PersistentOptionTests
{
    private const int Subcommands = 2_000;
    private const int Persistent = 20;

    private const string Tree = """
        {
          "options": [
            { "name": "--context", "isPersistent": true, "args": {} },
            { "name": ["-v", "--verbose"], "isPersistent": true, "isRepeatable": 3 },
            { "name": "--label", "isPersistent": true, "isRepeatable": 2, "args": {} },
            { "name": "--pairs", "isPersistent": true, "args": [{}, {}] },
            { "name": "--color", "isPersistent": true, "args": { "isOptional": true } },
            { "name": "--last", "isPersistent": true, "place": "afterArguments" },
            { "name": "-C", "args": {} }
          ],
          "subcommands": [
            { "name": "get", "options": [{ "name": "--output", "isPersistent": true, "args": {} }, { "name": "--watch" }], "args": { "name": "what" }, "subcommands": [
              { "name": "pods", "options": [{ "name": "--all" }], "args": { "name": "pod", "isVariadic": true } },
              { "name": "nodes", "options": [{ "name": "--zone", "isRequired": true, "args": {} }] }
            ] },
            { "name": "apply", "options": [{ "name": "--context", "args": [{}, {}] }, { "name": "--file", "args": {} }] },
            { "name": "color", "args": { "name": "label" } },
            { "name": "run", "options": [{ "name": "--file", "args": {} }] }
          ]
        }
        """;

    [Fact]
    public void Persistent_options_of_many_subcommands_are_generated_once()
    {
        Generation.Run(Large(Subcommands, Persistent), "", out var result);
        Assert.Null(result.Exception);
        var texts = result.GeneratedSources.Select(static source => source.SourceText.ToString()).ToArray();
        TestContext.Current.TestOutputHelper!.WriteLine($"{texts.Sum(Encoding.UTF8.GetByteCount):N0} bytes");
        Assert.InRange(texts.Sum(Encoding.UTF8.GetByteCount), 1, 7_000_000);
        Assert.Equal(Subcommands + 1, texts.Length);

        // On the program itself, and in the base class of its subcommands.
        Assert.Equal(2, texts.Sum(static text => Occurrences(text, " Persistent7 {")));
    }

    [Fact]
    public void An_option_that_many_subcommands_replace_does_not_keep_the_others_from_being_inherited()
    {
        var options = string.Join(", ", Enumerable.Range(0, Persistent).Select(static number => $$"""{ "name": "--p{{number}}", "isPersistent": true }"""));
        var commands = string.Join(", ", Enumerable.Range(0, 200).Select(static number => $$"""
            { "name": "c{{number}}", "options": [{ "name": ["-h", "--p3"] }], "args": { "name": "p4" }, "subcommands": [{ "name": "p5", "options": [{ "name": "--own" }] }] }
            """));
        var specification = $$"""{ "options": [{{options}}], "subcommands": [{{commands}}] }""";
        Generation.Run(specification, "", out var result);
        var texts = result.GeneratedSources.Select(static source => source.SourceText.ToString()).ToArray();
        Assert.Equal(2, texts.Sum(static text => Occurrences(text, "bool P7 {")));
        Assert.InRange(texts.Sum(Encoding.UTF8.GetByteCount), 1, 3_000_000);

        var tool = Tool("""
            { "options": [{ "name": "--p1", "isPersistent": true }, { "name": "--p2", "isPersistent": true }, { "name": "--p3", "isPersistent": true }],
              "subcommands": [{ "name": "a", "options": [{ "name": "--p2", "args": {} }], "subcommands": [{ "name": "b", "options": [{ "name": "--q", "isPersistent": true }], "subcommands": [{ "name": "c" }] }] },
                { "name": "d", "args": { "name": "p2" } }, { "name": "e" }] }
            """);
        var a = tool.GetNestedType("A")!;
        Assert.Equal(["a", "--p2", "x", "--p1", "--p3"], Arguments(a, ("P1", true), ("P2", "x"), ("P3", true)));
        Assert.Equal(["a", "b", "--q", "--p1", "--p3"], Arguments(a.GetNestedType("B")!, ("Q", true), ("P1", true), ("P3", true)));
        Assert.Equal(["a", "b", "c", "--q", "--p1", "--p3"], Arguments(a.GetNestedType("B")!.GetNestedType("C")!, ("Q", true), ("P1", true), ("P3", true)));
        Assert.Equal(["d", "--p2", "--p1", "x"], Arguments(tool.GetNestedType("D")!, ("P1", true), ("P2Option", true), ("P2Argument", "x")));
        Assert.Equal(["e", "--p2", "--p1", "--p3"], Arguments(tool.GetNestedType("E")!, ("P1", true), ("P2", true), ("P3", true)));
    }

    [Fact]
    public void A_subcommand_inherits_the_options_of_all_outer_commands()
    {
        var tool = Tool(Tree);
        var pods = tool.GetNestedType("Get")!.GetNestedType("Pods")!;
        Assert.Equal(["All", "Parent", "Pod"], Declared(pods));
        Assert.Equal(["Output", "Parent", "Watch", "What"], Declared(tool.GetNestedType("Get")!));
        Assert.Equal(
            ["get", "pods", "--pairs", "a", "b", "--all", "--output", "wide", "--context", "x", "--verbose", "--verbose", "--label", "l", "--color=red", "p", "--last"],
            Arguments(
                pods,
                ("All", true),
                ("Output", "wide"),
                ("Context", "x"),
                ("Verbose", 2),
                ("Label", (string[])["l"]),
                ("Pairs", (string[])["a", "b"]),
                ("Color", (OptionalValue)"red"),
                ("Last", true),
                ("Pod", (string[])["p"])));
        Assert.Contains("at most 2 times", Error(pods, ("Label", (string[])["a", "b", "c"])), StringComparison.Ordinal);
        Assert.Contains("at most 2 times", BuildError(pods, ("Label", (string[])["a", "b", "c"])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_persistent_option_of_the_parent_stays_before_the_subcommand()
    {
        var tool = Tool(Tree);
        var get = tool.GetNestedType("Get")!;
        var outer = Make(tool, ("Context", "outer"), ("UpperC", "/"), ("Last", true));
        var parent = Make(get, ("Parent", outer), ("Output", "wide"), ("Context", "middle"));
        Assert.Equal(
            ["--context", "outer", "-C", "/", "get", "--output", "wide", "--context", "middle", "pods", "--context", "inner", "p", "--last", "--last"],
            Arguments(get.GetNestedType("Pods")!, ("Parent", parent), ("Context", "inner"), ("Last", true), ("Pod", (string[])["p"])));
    }

    [Fact]
    public void A_builder_sets_inherited_options_and_returns_the_builder_of_the_subcommand()
    {
        var tool = Generation.Load(Tree, """
            /// <summary>Chains the methods of both builders.</summary>
            public static string Chain() => string.Join(' ', [
                .. Get.Pods.CreateBuilder().Context("x").All().Output("wide").Verbose(2).Label("a").Label("b").Last().Pod("p").Build().ToArguments(),
                "|",
                .. Get.Nodes.CreateBuilder().Context("x").Zone("z").Color("red").Parent(Get.CreateBuilder().Output("o").Watch().Build()).Build().ToArguments(),
                "|",
                .. new Get.Nodes { Zone = "z", Context = "x" }.ToArguments()]);
            """);
        Assert.Equal(
            "get pods --all --output wide --context x --verbose --verbose --label a --label b p --last | get --output o --watch nodes --zone z --context x --color=red | get nodes --zone z --context x",
            tool.GetMethod("Chain")!.Invoke(null, null));
    }

    [Fact]
    public void A_builder_copies_the_command_with_its_inherited_options()
    {
        foreach (var name in (string[])["Pods", "Nodes"])
        {
            var type = Tool(Tree).GetNestedType("Get")!.GetNestedType(name)!;
            dynamic builder = type.GetMethod("CreateBuilder")!.Invoke(null, null)!;
            if (name == "Nodes")
            {
                builder.Zone("z");
            }

            builder.Context("first");
            ICommand first = builder.Build();
            builder.Context("second");
            Assert.Contains("first", first.ToArguments());
            Assert.Contains("second", ((ICommand)builder.Build()).ToArguments());
        }
    }

    [Fact]
    public void A_subcommand_that_declares_the_option_differently_has_its_own()
    {
        var tool = Tool(Tree);
        var apply = tool.GetNestedType("Apply")!;
        Assert.Equal(["apply", "--context", "a", "b", "--file", "f", "--label", "l"], Arguments(apply, ("Context", (string[])["a", "b"]), ("File", "f"), ("Label", (string[])["l"])));

        // Here an argument and the class itself have the names of options, so the options have other names.
        var color = tool.GetNestedType("Color")!;
        Assert.Equal(["color", "--label", "l", "--color", "x"], Arguments(color, ("LabelOption", (string[])["l"]), ("ColorOption", (OptionalValue)true), ("LabelArgument", "x")));
        Assert.Equal(["run", "--file", "f", "--context", "x"], Arguments(tool.GetNestedType("Run")!, ("Context", "x"), ("File", "f")));
    }

    [Fact]
    public void The_user_s_own_members_do_not_hide_inherited_ones()
    {
        var tool = Generation.Load(
            Tree,
            """
            private static void PersistentOptions() { }
            /// <summary>Extended.</summary>
            public sealed partial class Run
            {
                private readonly int _Context = 1;
                /// <summary>Own.</summary>
                public int Verbose => _Context;
                /// <summary>Typed.</summary>
                [Option("--label")] public int? Level { get; init; }
                private static void CopyPersistentOptions() { }
            }
            /// <summary>Extended.</summary>
            public partial class Get
            {
                /// <summary>Typed.</summary>
                [Option("--context")] public System.Uri? Where { get; init; }
                private class PersistentBuilder;
                /// <summary>Extended: a record cannot inherit from a class.</summary>
                public partial record Pods;
            }
            """);
        Assert.Equal(
            ["run", "--context", "x", "--verbose", "--label", "5"],
            Arguments(tool.GetNestedType("Run")!, ("Context", "x"), ("VerboseOption", 1), ("Level", 5)));
        var get = tool.GetNestedType("Get")!;
        Assert.Equal(["get", "--context", "http://x", "pods", "--output", "wide", "--last"], Arguments(
            get.GetNestedType("Pods")!, ("Parent", Make(get, ("Where", new Uri("http://x")))), ("Output", "wide"), ("Last", true)));
        Assert.Equal(["get", "nodes", "--zone", "z", "--label", "l"], Arguments(get.GetNestedType("Nodes")!, ("Zone", "z"), ("Label", (string[])["l"])));
    }

    [Fact]
    public void Names_of_the_base_class_are_not_those_of_options() => Generation.Compile("""
        { "options": [{ "name": "--t-self", "isPersistent": true }, { "name": "--t-builder", "isPersistent": true }, { "name": "--persistent-options", "isPersistent": true },
            { "name": "--copy-persistent-options" }, { "name": "--persistent-builder", "isPersistent": true }, { "name": "--add-persistent-lists-to", "isPersistent": true }, { "name": "--", "isPersistent": true }],
          "subcommands": [{ "name": "persistent-options" }, { "name": "t-self", "subcommands": [{ "name": "t-self", "options": [{ "name": "--t-self" }] }] },
            { "name": "run", "options": [{ "name": "--copy-persistent-options" }, { "name": "--persistent-builder", "isPersistent": true }], "subcommands": [{ "name": "x" }] }] }
        """);

    [Fact]
    public void Relations_of_inherited_options_are_checked()
    {
        var tool = Tool("""
            { "options": [{ "name": "--json", "isPersistent": true, "exclusiveOn": ["--yaml", "--table"] }, { "name": "--yaml", "isPersistent": true },
                { "name": "--key", "isPersistent": true, "args": {}, "dependsOn": ["--cert"] }, { "name": "--cert", "isPersistent": true, "args": {} }],
              "subcommands": [{ "name": "get", "options": [{ "name": "--table" }], "subcommands": [{ "name": "pods" }] }] }
            """);
        var get = tool.GetNestedType("Get")!;
        var pods = get.GetNestedType("Pods")!;
        Assert.Contains("are mutually exclusive", Error(pods, ("Json", true), ("Yaml", true)), StringComparison.Ordinal);
        Assert.Contains("are mutually exclusive", Error(pods, ("Json", true), ("Parent", Make(get, ("Yaml", true)))), StringComparison.Ordinal);
        Assert.Contains("are mutually exclusive", BuildError(get, ("Json", true), ("Table", true)), StringComparison.Ordinal);
        Assert.Contains("requires --cert", Error(pods, ("Key", "k")), StringComparison.Ordinal);
        Assert.Equal(["get", "--cert", "c", "pods", "--key", "k"], Arguments(pods, ("Key", "k"), ("Parent", Make(get, ("Cert", "c")))));
    }

    [Fact]
    public void A_deprecated_or_hidden_option_is_so_in_every_subcommand()
    {
        var run = Tool("""{ "options": [{ "name": "--old", "isPersistent": true, "deprecated": true, "hidden": true, "args": { "name": "token" } }], "subcommands": [{ "name": "run" }] }""").GetNestedType("Run")!;
        Assert.NotNull(run.GetProperty("Old")!.GetCustomAttribute<ObsoleteAttribute>());
        Assert.NotNull(run.GetNestedType("Builder")!.GetMethod("Old")!.GetCustomAttribute<ObsoleteAttribute>());
        Assert.NotNull(run.GetNestedType("Builder")!.GetMethod("Old")!.GetCustomAttribute<System.ComponentModel.EditorBrowsableAttribute>());
        Assert.Equal("tool run --old '***'", Make(run, ("Old", "s")).ToString());
    }

    [Fact]
    public void A_static_program_s_subcommands_have_its_persistent_options()
    {
        Generation.Driver(new SpecificationText("/project/tool.json", Tree)).RunGeneratorsAndUpdateCompilation(
            Generation.Compilation("/** <summary>A tool.</summary> */ [TypedExec.Command(\"tool\", Specification = \"tool.json\")] public static partial class Tool;"),
            out var compilation,
            out _,
            TestContext.Current.CancellationToken);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static problem => problem.Severity >= DiagnosticSeverity.Warning).Select(Generation.Describe));
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var get = Assembly.Load(image.ToArray()).GetType("Tool", throwOnError: true)!.GetNestedType("Get")!;
        Assert.Equal(["get", "--watch", "--context", "x"], Arguments(get, ("Watch", true), ("Context", "x")));
        Assert.Equal(
            ["get", "--output", "o", "pods", "--context", "x", "p"],
            Arguments(get.GetNestedType("Pods")!, ("Parent", Make(get, ("Output", "o"))), ("Context", "x"), ("Pod", (string[])["p"])));
    }

    private static Type Tool(string specification) => Generation.Load(specification);

    private static string[] Declared(Type type)
        => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(static property => property.Name).Order(StringComparer.Ordinal)];

    private static int Occurrences(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;

    private static string Large(int subcommands, int persistent)
    {
        var options = string.Join(",\n", Enumerable.Range(0, persistent).Select(static number =>
            $$"""{ "name": "--persistent-{{number}}", "description": "Sets what every subcommand needs.", "isPersistent": true, "args": { "name": "value" } }"""));
        var commands = string.Join(",\n", Enumerable.Range(0, subcommands).Select(static number =>
            $$"""{ "name": "command-{{number}}", "description": "Does one thing.", "options": [{ "name": "--own" }], "args": { "name": "path" } }"""));
        return $$"""{ "name": "tool", "options": [{{options}}], "subcommands": [{{commands}}] }""";
    }
}
