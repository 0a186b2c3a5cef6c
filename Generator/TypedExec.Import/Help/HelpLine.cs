namespace TypedExec.Import.Help;

/// <summary>A line of a help text: its number, its indent, and its text.</summary>
/// <param name="Number">Its number in the text, starting at 1.</param>
/// <param name="Indent">The number of columns before the first character. A tab moves to the next multiple of 8.</param>
/// <param name="Text">The line without surrounding white space.</param>
internal sealed record HelpLine(int Number, int Indent, string Text)
{
    public bool IsBlank => Text.Length == 0;

    /// <summary>Whether the line starts like an option.</summary>
    public bool StartsWithDash => Text.Length > 1 && Text[0] == '-';

    /// <summary>The line without the letter that ps accepts without a dash, as in <c>f, --forest</c>.</summary>
    public HelpLine WithoutBareLetter()
        => Text.Length > 5 && char.IsAsciiLetter(Text[0]) && string.CompareOrdinal(Text, 1, ", --", 0, 4) == 0
            ? this with { Text = Text[3..], Indent = Indent + 3 }
            : this;
}
