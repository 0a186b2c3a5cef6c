using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedExec.CodeFixes;

/// <summary>A fix that replaces one node of the file, at the diagnostic or around it.</summary>
public abstract class SyntaxCodeFix : CodeFixProvider
{
    private readonly string _title;

    private protected SyntaxCodeFix(string title, params DiagnosticDescriptor[] rules)
    {
        _title = title;
        FixableDiagnosticIds = [.. rules.Select(static rule => rule.Id)];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            // Arguments of attributes and holes have the same span as their content, so the outer node is requested.
            if (Change(root.FindNode(diagnostic.Location.SourceSpan), diagnostic, model) is var (before, after))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        _title,
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(before, after))),
                        equivalenceKey: GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>
    /// Returns what is replaced by what, or null if there is nothing to offer. For fixes that need only the text.
    /// </summary>
    private protected virtual (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic) => null;

    /// <summary>Returns what is replaced by what, or null if there is nothing to offer.</summary>
    private protected virtual (SyntaxNode Before, SyntaxNode After)? Change(SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
        => Change(node, diagnostic);
}
