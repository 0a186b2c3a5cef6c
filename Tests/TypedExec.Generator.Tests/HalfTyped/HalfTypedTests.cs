using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace TypedExec.Generator.Tests.HalfTyped;

/// <summary>
/// An editor runs the generator and the analyzers after every key. Whatever is typed so far: neither of them fails, and no error is
/// inside a generated file, where nobody can mend it. <c>TYPEDEXEC_HALF_TYPED=100000</c> tries that many inputs, from
/// <c>TYPEDEXEC_HALF_TYPED_SEED</c> on.
/// </summary>
public sealed class HalfTypedTests(ITestOutputHelper output)
{
    private const int PerCompilation = 50;

    // Analyzers take longer than the generator, and are much simpler.
    private const int PerAnalysis = 5;

    private static readonly int Count = Setting("TYPEDEXEC_HALF_TYPED") ?? 200;

    [Fact]
    public void The_beginning_of_a_file_never_causes_an_error_in_a_generated_file() => Check(HalfTypedText.Beginnings(Count).Take(Count));

    [Fact]
    public void A_damaged_file_of_the_fixed_seed_never_causes_an_error_in_a_generated_file() => Check(Damaged(1, Count));

    [Fact]
    public void A_damaged_file_never_causes_an_error_in_a_generated_file()
        => Check(Damaged(Setting("TYPEDEXEC_HALF_TYPED_SEED") ?? Random.Shared.Next(), Count));

    [Theory]
    [InlineData("Wrong")]
    [InlineData("Thrown")]
    public void The_trial_finds_the_one_file_with_which_a_generator_fails(string name)
    {
        var inputs = Enumerable.Repeat(new HalfTypedInput("class Right;"), 6).Append(new HalfTypedInput($"class {name};")).ToArray();
        Assert.Empty(HalfTypedBatch.Check(inputs[..6], isAnalyzed: true, new Planted()));
        Assert.Equal(inputs[6..], HalfTypedBatch.Check(inputs, isAnalyzed: true, new Planted()).SelectMany(static failure => failure.Inputs));
    }

    private static int? Setting(string name)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private IEnumerable<HalfTypedInput> Damaged(int seed, int count)
    {
        output.WriteLine($"TYPEDEXEC_HALF_TYPED={count} TYPEDEXEC_HALF_TYPED_SEED={seed}");
        return Enumerable.Range(0, count).Select(number => HalfTypedText.Random(seed, number));
    }

    private void Check(IEnumerable<HalfTypedInput> inputs)
    {
        var start = Stopwatch.GetTimestamp();
        var failures = new ConcurrentDictionary<string, string>();
        var checkedCount = 0;
        Parallel.ForEach(
            inputs.Chunk(PerCompilation).Select(static (batch, number) => (batch, number)),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken },
            numbered =>
            {
                foreach (var (found, problems) in HalfTypedBatch.Check(numbered.batch, numbered.number % PerAnalysis == 0))
                {
                    failures.TryAdd(
                        string.Concat(problems[0].Where(static character => !char.IsDigit(character))),
                        string.Join('\n', [.. problems.Take(4), .. found.Take(3).SelectMany(static input => new[] { input.Source, input.Specification ?? "" })]));
                }

                Interlocked.Add(ref checkedCount, numbered.batch.Length);
            });
        output.WriteLine($"{checkedCount} inputs in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        Assert.True(failures.IsEmpty, string.Join("\n==========\n", failures.Values.Take(25)));
    }

    /// <summary>A generator that fails for some names.</summary>
    private sealed class Planted : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax,
                static (match, _) => (match.Node.SyntaxTree.FilePath, ((ClassDeclarationSyntax)match.Node).Identifier.ValueText)),
            static (output, type) => output.AddSource(type.FilePath, type.ValueText switch
            {
                "Wrong" => "class C { int Missing() { } }",
                "Thrown" => throw new InvalidOperationException(),
                _ => "",
            }));
    }
}
