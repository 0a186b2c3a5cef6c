namespace TypedExec.Generator.Analyzers;

/// <summary>Follows the quotes of a POSIX shell through a command line.</summary>
internal struct ShellQuotes
{
    private char _open;
    private bool _isEscaped;

    /// <summary>Whether what comes next stands inside quotes.</summary>
    public readonly bool AreOpen => _open != '\0';

    public void Read(string text)
    {
        foreach (var character in text)
        {
            Read(character);
        }
    }

    private void Read(char character)
    {
        if (_isEscaped)
        {
            _isEscaped = false;
        }
        else if (character == '\\' && _open != '\'')
        {
            // Inside single quotes a backslash is itself.
            _isEscaped = true;
        }
        else if (_open == '\0' && character is ('\'' or '"'))
        {
            _open = character;
        }
        else if (character == _open)
        {
            _open = '\0';
        }
    }
}
