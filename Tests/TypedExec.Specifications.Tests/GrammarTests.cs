using Xunit;
using static TypedExec.Specifications.Tests.SpecifiedCommands;

namespace TypedExec.Specifications.Tests;

/// <summary>What properties can say by their attributes, a specification can say too.</summary>
public sealed class GrammarTests
{
    [Theory]
    [InlineData("""{ "name": "-e", "args": {}, "pairSeparator": "=" }""", "-e|A=b|-e|B|-e|A=")]
    [InlineData("""{ "name": "-e", "args": { "pairSeparator": ":" } }""", "-e|A:b|-e|B|-e|A:")]
    [InlineData("""{ "name": "-e", "args": {}, "pairSeparator": ": ", "separator": "" }""", "-eA: b|-eB|-eA: ")]
    [InlineData("""{ "name": "-e", "args": {}, "pairSeparator": "=", "join": ",", "requiresSeparator": true }""", "-e=A=b,B,A=")]
    [InlineData("""{ "name": "-e", "args": {}, "pairSeparator": "=", "isRepeatable": 3 }""", "-e|A=b|-e|B|-e|A=")]
    public void Pairs_are_one_value_each(string option, string arguments)
    {
        var tool = Tool($$"""{ "options": [{{option}}] }""");
        (string, string?)[] pairs = [("A", "b"), ("B", null), ("A", "")];
        Assert.Equal(arguments.Split('|'), Arguments(tool, ("E", pairs)));
        Assert.Contains("A key of E contains", Error(tool, ("E", (object)new (string, string?)[] { ("A=:: b", "c") })), StringComparison.Ordinal);
    }

    [Fact]
    public void A_builder_adds_a_pair_with_each_call()
    {
        var tool = Generation.Load(
            """{ "options": [{ "name": "--env", "args": {}, "pairSeparator": "=", "isRepeatable": 2 }, { "name": "--wait", "trueValue": "yes", "falseValue": "no" }, { "name": "--tags", "args": {}, "join": "," }] }""",
            """
            /// <summary>Chains.</summary>
            public static string Chain() => string.Join(' ', [
                .. CreateBuilder().Env("A", "1").Env("B", null).Wait(false).Tags("x").Tags("y", "z").Build().ToArguments(),
                .. new Tool { Env = [("C", "2"), ("C", "3")], Wait = true }.ToArguments()]);
            """);
        Assert.Equal("--env A=1 --env B --wait no --tags x,y,z --env C=2 --env C=3 --wait yes", tool.GetMethod("Chain")!.Invoke(null, null));
        Assert.Contains("at most 2 times", Error(tool, ("Env", (object)new (string, string?)[] { ("a", "b"), ("c", null), ("d", null) })), StringComparison.Ordinal);
    }

    [Fact]
    public void Items_are_joined_and_kept_apart()
    {
        var tool = Tool("""{ "options": [{ "name": "-p", "args": {}, "join": "," }, { "name": "-vf", "args": { "isVariadic": true }, "join": ",", "joinEscape": "\\" }, { "name": "-Wl,", "separator": "", "args": {}, "join": "," }] }""");
        Assert.Equal(
            ["-p", "1,2", "-vf", "a,b\\,c", "-Wl,-z,now"],
            Arguments(tool, ("P", (string[])["1", "2"]), ("Vf", (string[])["a", "b,c"]), ("Wl", (string[])["-z", "now"])));
        Assert.Contains("separates the items", Error(tool, ("P", (string[])["1,2"])), StringComparison.Ordinal);
        Assert.Empty(Arguments(tool));
    }

    [Theory]
    [InlineData("""{ "name": "-O", "separator": "", "args": {} }""", "-O2")]
    [InlineData("""{ "name": "-O", "separator": " ", "args": {} }""", "-O|2")]
    [InlineData("""{ "name": "-O", "separator": ":", "requiresSeparator": true, "args": {} }""", "-O:2")]
    public void A_separator_is_exactly_what_the_file_says(string option, string arguments)
        => Assert.Equal(arguments.Split('|'), Arguments(Tool($$"""{ "options": [{{option}}] }"""), ("UpperO", "2")));

    [Fact]
    public void An_optional_value_may_be_an_argument_of_its_own()
        => Assert.Equal(
            ["--color", "always"],
            Arguments(Tool("""{ "options": [{ "name": "--color", "separator": " ", "args": { "isOptional": true } }] }"""), ("Color", (OptionalValue)"always")));

    [Theory]
    [InlineData("""{ "name": "--wait", "trueValue": "true", "falseValue": "false", "requiresSeparator": true }""", "--wait=true", "--wait=false")]
    [InlineData("""{ "name": "--wait", "trueValue": "1", "falseValue": "0", "args": {} }""", "--wait|1", "--wait|0")]
    [InlineData("""{ "name": "--wait", "falseValue": "no", "args": { "isOptional": true } }""", "", "--wait=no")]
    [InlineData("""{ "name": "--wait", "negation": "+wait" }""", "--wait", "+wait")]
    public void True_and_false_have_their_texts(string option, string whenTrue, string whenFalse)
    {
        var tool = Tool($$"""{ "options": [{{option}}] }""");
        Assert.Equal(whenTrue.Split('|', StringSplitOptions.RemoveEmptyEntries), Arguments(tool, ("Wait", true)));
        Assert.Equal(whenFalse.Split('|'), Arguments(tool, ("Wait", false)));
        Assert.Empty(Arguments(tool));
    }

    [Fact]
    public void Positional_arguments_may_be_pairs_or_follow_a_marker()
    {
        var tool = Tool("""{ "args": [{ "name": "operands", "pairSeparator": "=" }, { "name": "number", "allowLeadingDash": true }, { "name": "paths", "isVariadic": true, "after": "--" }] }""");
        Assert.Equal(
            ["if=a", "of=b", "-1", "--", "-odd"],
            Arguments(tool, ("Operands", (object)new (string, string?)[] { ("if", "a"), ("of", "b") }), ("Number", "-1"), ("Paths", (string[])["-odd"])));
        Assert.Empty(Arguments(tool, ("Paths", Array.Empty<string>())));
    }

    [Fact]
    public void A_file_says_what_is_secret_where_the_name_does_not()
    {
        var tool = Make(
            Tool("""{ "options": [{ "name": "--key", "args": {}, "secret": true }, { "name": "--token", "args": {}, "secret": false }, { "name": "-p", "args": { "name": "password", "secret": false } }], "args": [{ "name": "pin", "secret": false }, { "name": "code", "secret": true }] }"""),
            ("Key", "a"),
            ("Token", "b"),
            ("P", "c"),
            ("Pin", "d"),
            ("Code", "e"));
        Assert.Equal("tool --key '***' --token b -p c d '***'", tool.ToString());
    }

    [Fact]
    public void Only_one_of_exclusive_options_may_be_set()
    {
        var tool = Tool("""{ "options": [{ "name": "--json" }, { "name": ["-y", "--yaml"] }, { "name": "--table", "args": {} }], "exclusiveOptions": [["--json", "-y", "--table"]] }""");
        Assert.Contains("--json (Json) and --yaml (Yaml) are mutually exclusive", Error(tool, ("Json", true), ("Yaml", true)), StringComparison.Ordinal);
        Assert.Contains("are mutually exclusive", BuildError(tool, ("Table", "t"), ("Yaml", true)), StringComparison.Ordinal);
        Assert.Equal(["--table", "t"], Arguments(tool, ("Table", "t")));
    }

    [Fact]
    public void Groups_are_rendered_one_after_another()
    {
        var tool = Generation.Load(
            """
            { "options": [{ "name": "-y" }, { "name": "--" }], "args": { "name": "rest" }, "groups": [
                { "name": "inputs", "description": "The files to read.", "isRepeatable": true,
                  "options": [{ "name": "-ss", "args": {} }, { "name": "-t", "args": {}, "exclusiveOn": ["-to"] }, { "name": "-to", "args": {} }, { "name": "-i", "isRequired": true, "args": {} }] },
                { "name": "outputs", "isRepeatable": true, "place": "afterArguments", "options": [{ "name": "-c:v", "args": { "suggestions": ["copy"] } }], "args": { "name": "file" } },
                { "name": "only", "options": [{ "name": "--a" }], "args": { "name": "only", "isVariadic": true } }
              ], "subcommands": [{ "name": "inputs-group" }] }
            """,
            """
            /// <summary>Sets everything.</summary>
            public static string All() => string.Join(' ', new Tool
            {
                Y = true,
                Inputs = [new() { Ss = "1", I = "a" }, new() { I = "b" }],
                Outputs = [new() { CV = OutputsGroup_.Known.CV.Copy, File = "c" }, new() { File = "d" }],
                Only = new() { A = true, Only = ["x"] },
                Rest = "r",
            }.ToArguments());
            /// <summary>Builds.</summary>
            public static string Build() => string.Join(' ', CreateBuilder().Inputs(new Tool.InputsGroup_ { I = "a" }).Inputs(new Tool.InputsGroup_ { I = "b" }).DashDash().Rest("-r").Build().ToArguments());
            /// <summary>Fails.</summary>
            public static object Fail() => new Tool { Inputs = [new() { I = "a", T = "1", To = "2" }] }.ToArguments();
            private sealed class OutputsGroup;
            """);
        Assert.Equal("-y -ss 1 -i a -i b --a x r -c:v copy c d", tool.GetMethod("All")!.Invoke(null, null));
        Assert.Equal("-i a -i b -- -r", tool.GetMethod("Build")!.Invoke(null, null));
        Assert.Contains(
            "are mutually exclusive",
            Assert.Throws<System.Reflection.TargetInvocationException>(() => tool.GetMethod("Fail")!.Invoke(null, null)).InnerException!.Message,
            StringComparison.Ordinal);
    }

    private static Type Tool(string specification) => Generation.Load(specification);
}
