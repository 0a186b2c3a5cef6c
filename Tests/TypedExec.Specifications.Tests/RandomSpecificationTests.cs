using TypedExec.CommandLines.Reading;
using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>Whatever a specification contains, the generated code compiles without an error or warning.</summary>
public sealed class RandomSpecificationTests
{
    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void A_random_specification_compiles(int batch)
    {
        for (var seed = batch * 20; seed < (batch + 1) * 20; seed++)
        {
            var specification = new RandomSpecification(seed).Make();
            Assert.Empty(SpecificationReader.Read(specification, TestContext.Current.CancellationToken).Mistakes);
            Generation.Compile(specification);
        }
    }

    [Fact]
    public void A_specification_made_to_clash_compiles() => Generation.Compile("""
        {
          "name": "tool",
          "options": [
            { "name": ["-v", "--v"] }, { "name": "-V" }, { "name": "-all" }, { "name": "--all" }, { "name": "--All" }, { "name": "--ALL" }, { "name": "-###" },
            { "name": "-1" }, { "name": "--1" }, { "name": "-?" }, { "name": "+t" }, { "name": "if=", "args": {} }, { "name": "--exec" }, { "name": "--parent" },
            { "name": "--builder" }, { "name": "--build" }, { "name": "--tool" }, { "name": "--class" }, { "name": "--to-string" }, { "name": "--get-type" },
            { "name": "--run" }, { "name": "--run-option" }, { "name": "--foo-bar", "deprecated": true, "isRequired": true, "args": {} },
            { "name": "--fooBar", "hidden": true, "args": { "suggestions": ["FooBar", "a", "A", "-a", "--a", "", " ", "é", "equals", "1"] } }, { "name": "--foo_bar", "args": [{ "isOptional": true }, {}] },
            { "name": "--foo_bar" }, { "name": ["--foo.bar", "--no-foo.bar"] }, { "name": "--global", "isPersistent": true }, { "name": "--system", "isPersistent": true, "isRepeatable": true },
            { "name": "--loop", "exclusiveOn": ["--loop", "--nowhere", "--global"], "dependsOn": ["--loop", "--system"] },
            { "name": "--record", "isRequired": true, "args": { "isVariadic": true, "isOptional": true } }, { "name": "--clone", "isRepeatable": true, "args": { "isOptional": true } }
          ],
          "args": [{ "name": "file" }, { "name": "file" }, {}, {}, { "name": "all", "isVariadic": true }, { "name": "1" }, { "name": "tool" }],
          "subcommands": [
            { "name": "tool", "subcommands": [{ "name": "tool", "options": [{ "name": "--tool" }], "subcommands": [{ "name": "tool" }] }] },
            { "name": ["run", "r"], "options": [{ "name": "--global" }, { "name": "--run" }, { "name": "--parent" }] }, { "name": "RUN" }, { "name": "Run" }, { "name": "r-un" },
            { "name": "Foobar" }, { "name": "FooBar" }, { "name": "foo-bar" }, { "name": "exec" }, { "name": "builder" }, { "name": "known" }, { "name": "-?" }, { "name": "--delete" }, { "name": "remote add" }
          ]
        }
        """);

    [Fact]
    public void Names_of_the_users_members_are_not_generated() => Generation.Compile(
        """{ "options": [{ "name": "--count" }, { "name": "--known", "args": { "suggestions": ["a"] } }], "args": [{ "name": "items" }], "subcommands": [{ "name": "run" }, { "name": "stop", "options": [{ "name": "--now" }] }] }""",
        """
        /// <summary>A number.</summary>
        public const int Count = 1;
        /// <summary>Not a command.</summary>
        public delegate void Run();
        /// <summary>No part of the generated class.</summary>
        public sealed class Stop;
        /// <summary>Taken.</summary>
        public static void Items() { }

        """);

    [Fact]
    public void The_users_own_forms_are_not_generated_again() => Generation.Compile(
        """{ "subcommands": [{ "name": "run", "options": [{ "name": "--fast" }] }] }""",
        """
        /// <summary>Extended.</summary>
        public partial class Run
        {
            /// <summary>Mine.</summary>
            public ChildProcess Spawn(SpawnOptions? options = null) => CommandExtensions.Spawn(this, options);
            /// <summary>Mine.</summary>
            public override string ToString() => "run";
        }
        """);
}
