using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Text;

namespace TypedExec.CodeFixes.Completion;

/// <summary>Offers what can be typed next in the text of one of the library's attributes.</summary>
public abstract class TextCompletion : CompletionProvider
{
    private const string Inserted = "Inserted";
    private const string Description = "Description";

    private readonly string _triggers;

    /// <param name="triggers">The characters that open the list.</param>
    private protected TextCompletion(string triggers) => _triggers = triggers;

    /// <inheritdoc/>
    public sealed override bool ShouldTriggerCompletion(SourceText text, int caretPosition, CompletionTrigger trigger, OptionSet options)
        => trigger.Kind != CompletionTriggerKind.Insertion || _triggers.IndexOf(trigger.Character) >= 0;

    /// <inheritdoc/>
    public sealed override async Task ProvideCompletionsAsync(CompletionContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || AttributeText.At(root, context.Position) is not { } text
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || Suggest(text, model, context.CancellationToken) is not { Items.Count: > 0 } suggestions)
        {
            return;
        }

        // Nothing else that C# knows belongs into this text.
        context.IsExclusive = true;
        context.CompletionListSpan = new TextSpan(context.Position - suggestions.Typed, suggestions.Typed + suggestions.Rest);
        foreach (var (suggestion, index) in suggestions.Items.Select(static (item, index) => (item, index)))
        {
            context.AddItem(CompletionItem.Create(
                suggestion.Text,
                sortText: index.ToString("D4"),
                properties: ImmutableDictionary<string, string>.Empty.Add(Inserted, suggestion.Inserted).Add(Description, suggestion.Description),
                tags: [suggestion.Tag],
                inlineDescription: suggestion.Description));
        }
    }

    /// <inheritdoc/>
    public sealed override Task<CompletionDescription?> GetDescriptionAsync(Document document, CompletionItem item, CancellationToken cancellationToken)
        => Task.FromResult<CompletionDescription?>(CompletionDescription.FromText(item.Properties[Description]));

    /// <inheritdoc/>
    public sealed override Task<CompletionChange> GetChangeAsync(Document document, CompletionItem item, char? commitKey, CancellationToken cancellationToken)
    {
        var text = item.Properties[Inserted];
        return Task.FromResult(CompletionChange.Create(new TextChange(item.Span, text), item.Span.Start + text.Length));
    }

    /// <summary>What can be typed at the caret; null when this text is another provider's.</summary>
    private protected abstract Suggestions? Suggest(AttributeText text, SemanticModel model, CancellationToken cancellation);

    /// <summary>One entry of the list.</summary>
    private protected readonly record struct Suggestion(string Text, string Inserted, string Description, string Tag);

    /// <summary>The entries, and how many characters before and after the caret they replace.</summary>
    private protected sealed record Suggestions(int Typed, int Rest, IReadOnlyList<Suggestion> Items);
}
