using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Parsing;
using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>The syntax reader is a shortcut: whenever it has an answer, it is that of the symbol reader.</summary>
public sealed class ClassReaderTests
{
    public static TheoryData<string> Read =>
    [
        "[Option(\"-a\")] public string? A { get; init; }",
        "[Option(\"-a\")] public string A { get; set; } = \"\"; public string Other => A; private int _n, _m; public void Run() { _n = _m++; }",
        "[Option(\"-a\", Short = null, PreferShort = true, Separator = \"=\", Join = \",\", Negation = \"-b\", Secret = true)] internal bool? A { get; init; }",
        "[OptionAttribute(\"-a\"), Argument(0)] public required int A { get; init; } [TypedExec.Argument(1, After = \"--\", AllowLeadingDash = true)] public decimal? B { get; init; }",
        "[Argument(1)] public long A { get; init; } [Argument(0)] public char? B { get; protected set; } [global::TypedExec.Option(@\"\\x\")] public float F { get; init; }",
        "[Option(\"-a\")] public IReadOnlyList<string> A { get; init; } = []; [Option(\"-b\")] public List<Level?>? B { get; init; } [Option(\"-c\")] public (string, Level)[]? C { get; init; }",
        "[Option(\"-a\")] public Level A { get; init; } [Option(\"-b\")] public Uri? B { get; init; } [Option(\"-c\")] public Dictionary<string, int?> C { get; init; } = [];",
        "[Option(\"-a\")] public bool A { get; } [Option(\"-b\")] public bool B => true; [Option(\"-c\")] public static bool C { get; set; } [Option(\"\")] public bool D { get; init; } [Argument(0)] public bool E { get; init; }",
        "[Opt(\"-a\")] public string? A { get; init; }",
        "[Option(\"-a\")] public string? A { get; init; } public required int B { get; init; }",
        "[Option(\"-a\")] private protected int? @int { get; init; } [Option(\"-b\")] protected internal int _b { get; init; } [Option(\"-c\")] public required string C { get; init; }",
        "public required int A;",
        "[Argument(0)] public System.Collections.Immutable.ImmutableArray<int> A { get; init; }",
    ];

    public static TheoryData<string> Left =>
    [
        "[Option(Name)] public string? A { get; init; } private const string Name = \"-a\";",
        "[Option(\"-a\"), Obsolete] public string? A { get; init; }",
        "[Option(\"-a\")] public object? A { get; init; } public required int B { get; init; }",
        "[Option(\"-a\")] public Level? A { get; init; }",
        "[Option(\"-a\")] public bool Spawn { get; init; }",
        "public Git(int a) { _ = a; }",
        "public class Nested;",
        "[Option(\"-a\")] public partial string A { get; init; } public partial string A { get => \"\"; init { } }",
        "[Other.Option(\"-a\")] public string? A { get; init; }",
        "[Argument(-1)] public string? A { get; init; }",
    ];

    [Theory]
    [MemberData(nameof(Read))]
    public void Syntax_and_symbols_give_the_same_model(string members)
    {
        var (bySyntax, bySymbol) = ReadBoth(members);
        Assert.NotNull(bySyntax);
        Assert.Equal(bySymbol, bySyntax);
    }

    [Theory]
    [MemberData(nameof(Left))]
    public void What_syntax_cannot_show_is_left_to_symbols(string members) => Assert.Null(ReadBoth(members).BySyntax);

    [Fact]
    public void An_attribute_with_the_same_name_from_another_namespace_is_ignored()
    {
        const string Source = """
            namespace Demo;
            internal sealed class OptionAttribute(string name) : System.Attribute { public string Name => name; }
            [TypedExec.Command("git")]
            internal partial class Git { [Option("-a")] public string? A { get; init; } }
            """;
        Compilations.Generate(Compilations.Of(Source), out var result);
        Assert.DoesNotContain("\"-a\"", result.GeneratedSources.Single().SourceText.ToString(), StringComparison.Ordinal);
    }

    private static (ClassContents? BySyntax, ClassContents? BySymbol) ReadBoth(string members)
    {
        var source = $$"""
            using System;
            using System.Collections.Generic;
            using TypedExec;
            using Opt = TypedExec.OptionAttribute;
            namespace Other { internal sealed class OptionAttribute(string name) : Attribute { public string Name => name; } }
            namespace Demo
            {
                internal enum Level { Low, High }
                [Command("git")] internal partial class Git { {{members}} }
            }
            """;
        var probe = new Probe();
        CSharpGeneratorDriver.Create([probe.AsSourceGenerator()], parseOptions: Compilations.ParseOptions)
            .RunGenerators(Compilations.Of(source), TestContext.Current.CancellationToken);
        return probe.Seen.Single();
    }

    private sealed class Probe : IIncrementalGenerator
    {
        public ConcurrentBag<(ClassContents? BySyntax, ClassContents? BySymbol)> Seen { get; } = [];

        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName(
                "TypedExec.CommandAttribute",
                static (_, _) => true,
                (match, _) =>
                {
                    var type = (INamedTypeSymbol)match.TargetSymbol;
                    Seen.Add((ClassSyntaxReader.Read(type, (TypeDeclarationSyntax)match.TargetNode, match.SemanticModel), ClassSymbolReader.Read(type)));
                    return 0;
                }),
            static (_, _) => { });
    }
}
