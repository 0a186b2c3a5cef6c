using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedExec.CodeFixes;
using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>Applies the code fix that is offered for the first mistake of a source.</summary>
internal static class CodeFixing
{
    private static readonly CodeFixProvider[] Fixes =
    [
        .. typeof(SyntaxCodeFix).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(CodeFixProvider)))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>Asserts that the fix produces exactly this, and that the diagnostic is gone.</summary>
    public static async Task Gives(string id, string source, string expected)
    {
        Assert.Equal(expected, await Fix(id, source));
        Assert.DoesNotContain(await Analysis.Of(expected), diagnostic => diagnostic.Id == id);
    }

    /// <summary>Asserts that the fix produces exactly this, whatever else is reported.</summary>
    public static async Task Becomes(string id, string source, string expected)
    {
        Assert.Equal(expected, await Fix(id, source));
        await Analysis.Of(expected);
    }

    /// <summary>Asserts that no fix is offered, because none would be correct.</summary>
    public static async Task OffersNone(string id, string source) => Assert.Null(await Fix(id, source));

    private static async Task<string?> Fix(string id, string source)
    {
        var diagnostic = (await Analysis.Of(source)).First(diagnostic => diagnostic.Id == id);
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("Consumer", LanguageNames.CSharp)
            .WithParseOptions(Compilations.ParseOptions)
            .WithMetadataReferences(Compilations.References)
            .AddDocument("Source0.cs", source);
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(id)))
        {
            // The diagnostic belongs to another compilation of the same text.
            var tree = await document.GetSyntaxTreeAsync(TestContext.Current.CancellationToken);
            var here = Diagnostic.Create(
                diagnostic.Descriptor, Location.Create(tree!, diagnostic.Location.SourceSpan), diagnostic.Properties);
            await fix.RegisterCodeFixesAsync(
                new CodeFixContext(document, here, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        }

        if (actions.Count == 0)
        {
            return null;
        }

        var operations = await actions.Single().GetOperationsAsync(TestContext.Current.CancellationToken);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }
}
