using System.ComponentModel;

namespace TypedExec.Generated;

/// <summary>
/// One call of a <see cref="RunAttribute">[Run]</see> method: its words are added one by one, then it is run. Generated code
/// uses it.
/// </summary>
/// <param name="fileName">The program.</param>
/// <param name="capacity">How many arguments are expected.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class MethodCall(string fileName, int capacity = 8) : ICommand
{
    /// <summary>The arguments so far.</summary>
    public CommandArguments Arguments { get; } = new(capacity);

    /// <inheritdoc/>
    public string FileName => fileName;

    /// <inheritdoc/>
    public IReadOnlyList<string> ToArguments() => Arguments;

    /// <summary>The command line, quoted for a POSIX shell, with secrets masked.</summary>
    public override string ToString() => this.ToCommandLine();

    /// <summary>Adds a word of the template. After a <c>--</c> values may start with a dash.</summary>
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
    /// <param name="parameter">The parameter in it; errors name it.</param>
    /// <param name="word">The word.</param>
    /// <param name="shown">The word with secrets masked; null when it has none.</param>
    /// <param name="option">The text that it begins with, when that is an option whose value follows directly; null otherwise.</param>
    /// <exception cref="ArgumentException">The word contains a NUL, or only the option.</exception>
    public void AddWord(string parameter, string word, string? shown = null, string? option = null)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word == option && !Arguments.IsBehindMarker)
        {
            throw new ArgumentException(
                $"The value of {parameter} is empty, and {option} has its value glued to it: the program would take the next argument for "
                + "the value. Put the word into a [group] of the template and pass null to leave it out.",
                parameter);
        }

        if (word.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The value of {parameter} contains a NUL character, which would cut the argument short. Remove it.", parameter);
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

    /// <summary>Adds a word that begins with a value; nothing when it is null.</summary>
    /// <param name="parameter">The parameter in it; errors name it.</param>
    /// <param name="word">The word.</param>
    /// <param name="allowLeadingDash">Whether it may start with a dash.</param>
    /// <param name="shown">The word with secrets masked; null when it has none.</param>
    /// <exception cref="ArgumentException">The word contains a NUL, or starts with a dash and nothing allows that.</exception>
    public void AddHole(string parameter, string? word, bool allowLeadingDash = false, string? shown = null)
    {
        if (word is null)
        {
            return;
        }

        // A lone "-" is not an option: by convention it stands for stdin or stdout.
        if (word is ['-', _, ..] && !allowLeadingDash && !Arguments.IsBehindMarker)
        {
            throw new ArgumentException(
                $"The value of {parameter} would be taken for an option, because it starts with '-': \"{shown ?? word}\". Put -- before "
                + "it in the template if the program knows that, write a path as \"./-name\", or allow it with "
                + "[Hole(AllowLeadingDash = true)].",
                parameter);
        }

        AddWord(parameter, word, shown);
    }

    /// <summary>Adds one word per item. Null items are skipped.</summary>
    /// <param name="parameter">The parameter; errors name it.</param>
    /// <param name="items">The items; null: none.</param>
    /// <param name="allowLeadingDash">Whether an item may start with a dash.</param>
    /// <param name="shown">What is shown instead of each item; null when they are not secret.</param>
    /// <exception cref="ArgumentException">An item contains a NUL, or starts with a dash and nothing allows that.</exception>
    public void AddHoles(string parameter, IEnumerable<string?>? items, bool allowLeadingDash = false, string? shown = null)
    {
        foreach (var item in items ?? [])
        {
            AddHole(parameter, item, allowLeadingDash, shown);
        }
    }

    /// <summary>Adds one word per item. Items whose text is null are skipped.</summary>
    /// <param name="parameter">The parameter; errors name it.</param>
    /// <param name="items">The items; null: none.</param>
    /// <param name="text">Gives the text of an item.</param>
    /// <param name="allowLeadingDash">Whether an item may start with a dash.</param>
    /// <param name="shown">What is shown instead of each item; null when they are not secret.</param>
    /// <exception cref="ArgumentException">An item contains a NUL, or starts with a dash and nothing allows that.</exception>
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
