using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Rename;
using TypedExec.Generator.Analyzers;

namespace TypedExec.CodeFixes;

/// <summary>Gives a member that has a generated one's name another name, wherever it is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RenameMemberFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.NameClash.Id];

    /// <summary>None: each renaming changes the files that the next one would.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(NameClashAnalyzer.FreeName, out var name)
                && name is not null
                && model.GetDeclaredSymbol(root.FindNode(diagnostic.Location.SourceSpan), context.CancellationToken) is { } symbol
                && symbol.ContainingType?.GetMembers(name).IsEmpty != false)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Rename it to '{name}'",
                        cancellation => Renamer.RenameSymbolAsync(context.Document.Project.Solution, symbol, default, name, cancellation),
                        equivalenceKey: nameof(RenameMemberFix)),
                    diagnostic);
            }
        }
    }
}
