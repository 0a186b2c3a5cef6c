using Microsoft.CodeAnalysis;
using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>What a user can't suppress doesn't warn: nothing inside a generated file does.</summary>
public sealed class SharedNameTests
{
    [Fact]
    public void A_command_of_the_same_name_in_a_friend_assembly_does_not_warn()
    {
        const string Git = """
            namespace Demo;

            [TypedExec.Command("git")]
            internal partial class Git
            {
                [TypedExec.Option("-C")] public string? Directory { get; init; }

                [TypedExec.Subcommand("commit")]
                internal partial class Commit
                {
                    [TypedExec.Option("--message")] public required string Message { get; init; }
                    [TypedExec.Run("log {range}")] internal partial string Log(string range);
                }
            }
            """;
        var library = Compilations.Generate(Compilations.Of("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Consumer\")]\n" + Git).WithAssemblyName("Library"), out _);
        using var image = new MemoryStream();
        Assert.True(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var consumer = Compilations.Of(Git).AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        var updated = Compilations.Generate(consumer, out var result);
        Assert.Equal(3, result.GeneratedSources.Length);
        Analysis.AssertGeneratedCodeIsSound(updated, result);
    }

    [Theory]
    [InlineData("Experimental", "[System.Diagnostics.CodeAnalysis.Experimental(\"X1\")]", "")]
    [InlineData("Obsolete with an id", "[System.Obsolete(\"old\", DiagnosticId = \"X1\")]", "")]
    [InlineData("An error to use", "[System.Obsolete(\"no\", true)]", "")]
    [InlineData("CLS compliant", "", "[assembly: System.CLSCompliant(true)]")]
    public void A_specified_class_does_not_warn_either(string name, string option, string assembly)
    {
        Assert.NotEmpty(name);
        var source = $$"""
            {{assembly}}
            /// <summary>Tool.</summary>
            [TypedExec.Command("tool", Specification = "tool.json")]
            public partial class Tool
            {
                /// <summary>Own.</summary>
                {{option}} [TypedExec.Option("--own", ExclusiveOn = ["--all"])] public string? Own { get; init; }
            }
            """;
        var file = new MemoryText("tool.json", """{ "name": "tool", "options": [{ "name": "--all" }], "subcommands": [{ "name": "sub", "options": [{ "name": "--x", "isRequired": true, "args": { "name": "v" } }] }] }""");
        var updated = Compilations.Generate(Compilations.Of(source), out var result, file);
        Assert.NotEmpty(result.GeneratedSources);
        Analysis.AssertGeneratedCodeIsSound(updated, result);
    }
}
