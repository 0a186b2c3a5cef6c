namespace TypedExec.Import.Help;

/// <summary>A line of a help text: where it stands, how far it is indented, and what it says.</summary>
/// <param name="Number">Its number in the text, from 1.</param>
/// <param name="Indent">How many columns stand before the first character; a tab goes to the next multiple of 8.</param>
/// <param name="Text">The line without the space around it.</param>
internal sealed record HelpLine(int Number, int Indent, string Text)
{
    public bool IsBlank => Text.Length == 0;

    /// <summary>Whether the line begins as an option does.</summary>
    public bool StartsWithDash => Text.Length > 1 && Text[0] == '-';

    /// <summary>The line without the letter that ps takes without a dash, as in <c>f, --forest</c>.</summary>
    public HelpLine WithoutBareLetter()
        => Text.Length > 5 && char.IsAsciiLetter(Text[0]) && string.CompareOrdinal(Text, 1, ", --", 0, 4) == 0
            ? this with { Text = Text[3..], Indent = Indent + 3 }
            : this;
}
