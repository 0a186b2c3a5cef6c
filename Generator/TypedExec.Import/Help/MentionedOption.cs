namespace TypedExec.Import.Help;

/// <summary>An option that a text mentions in a sentence, but does not list.</summary>
/// <param name="Name">Its name with the dashes.</param>
/// <param name="Line">The number of the first line that mentions it.</param>
internal sealed record MentionedOption(string Name, int Line);
