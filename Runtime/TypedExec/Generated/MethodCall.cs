using System.ComponentModel;

namespace TypedExec.Generated;

/// <summary>
/// Represents one call of a <see cref="RunAttribute">[Run]</see> method: its words are added one by one, and then it is run. For
/// use by generated code.
/// </summary>
/// <param name="fileName">The program.</param>
/// <param name="capacity">The expected number of arguments.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class MethodCall(string fileName, int capacity = 8) : ICommand
{
    /// <summary>Gets the arguments so far.</summary>
    public CommandArguments Arguments { get; } = new(capacity);

    /// <inheritdoc/>
    public string FileName => fileName;

    /// <inheritdoc/>
    public IReadOnlyList<string> ToArguments() => Arguments;

    /// <summary>Returns the command line, quoted for a POSIX shell and with secrets masked.</summary>
    public override string ToString() => this.ToCommandLine();

    /// <summary>Adds a word of the template. After a <c>--</c>, values may start with a dash.</summary>
    /// <param name="word">The word.</param>
    public void Add(string word)
    {
        if (word == "--")
        {
            Arguments.AddMarker(word, true);
        }
        else
        {
            Arguments.Add(word);
        }
    }

    /// <summary>Adds a word that begins with text of the template.</summary>
    /// <param name="parameter">The parameter in it, named in errors.</param>
    /// <param name="word">The word.</param>
    /// <param name="shown">The word with secrets masked, or null if it has none.</param>
    /// <param name="option">The text that it begins with, if that is an option whose value follows directly; otherwise null.</param>
    /// <exception cref="ArgumentException">The word contains a NUL, or consists only of the option.</exception>
    public void AddWord(string parameter, string word, string? shown = null, string? option = null)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word == option && !Arguments.IsAfterMarker)
        {
            throw new ArgumentException(
                $"The value of {parameter} is empty, and {option} is written together with its value, so the program would use the next argument as  "
                + "the value. Put the word into a [group] of the template and pass null to omit it.",
                parameter);
        }

        if (word.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The value of {parameter} contains a NUL character, which would truncate the argument. Remove it.", parameter);
        }

        if (shown is null)
        {
            Arguments.Add(word);
        }
        else
        {
            Arguments.AddSecret(word, shown);
        }
    }

    /// <summary>Adds a word that begins with a value, or nothing if it is null.</summary>
    /// <param name="parameter">The parameter in it, named in errors.</param>
    /// <param name="word">The word.</param>
    /// <param name="allowLeadingDash">True if it may start with a dash.</param>
    /// <param name="shown">The word with secrets masked, or null if it has none.</param>
    /// <exception cref="ArgumentException">The word contains a NUL, or starts with a dash where that isn't allowed.</exception>
    public void AddHole(string parameter, string? word, bool allowLeadingDash = false, string? shown = null)
    {
        if (word is null)
        {
            return;
        }

        // A single "-" isn't an option: by convention it represents stdin or stdout.
        if (word is ['-', _, ..] && !allowLeadingDash && !Arguments.IsAfterMarker)
        {
            throw new ArgumentException(
                $"The value of {parameter} would be interpreted as an option because it starts with '-': \"{shown ?? word}\". Put -- before "
                + "it in the template if the program supports it, write a path as \"./-name\", or allow it with "
                + "[Hole(AllowLeadingDash = true)].",
                parameter);
        }

        AddWord(parameter, word, shown);
    }

    /// <summary>Adds one word per item. Null items are skipped.</summary>
    /// <param name="parameter">The parameter, named in errors.</param>
    /// <param name="items">The items, or null.</param>
    /// <param name="allowLeadingDash">True if an item may start with a dash.</param>
    /// <param name="shown">The text that is displayed instead of each item, or null if they aren't secret.</param>
    /// <exception cref="ArgumentException">An item contains a NUL, or starts with a dash where that isn't allowed.</exception>
    public void AddHoles(string parameter, IEnumerable<string?>? items, bool allowLeadingDash = false, string? shown = null)
    {
        foreach (var item in items ?? [])
        {
            AddHole(parameter, item, allowLeadingDash, shown);
        }
    }

    /// <summary>Adds one word per item. Items whose text is null are skipped.</summary>
    /// <param name="parameter">The parameter, named in errors.</param>
    /// <param name="items">The items, or null.</param>
    /// <param name="text">Returns the text of an item.</param>
    /// <param name="allowLeadingDash">True if an item may start with a dash.</param>
    /// <param name="shown">The text that is displayed instead of each item, or null if they aren't secret.</param>
    /// <exception cref="ArgumentException">An item contains a NUL, or starts with a dash where that isn't allowed.</exception>
    public void AddHoles<T>(
        string parameter, IEnumerable<T>? items, Func<T, string?> text, bool allowLeadingDash = false, string? shown = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var item in items ?? [])
        {
            AddHole(parameter, text(item), allowLeadingDash, shown);
        }
    }
}
