namespace TypedExec.Generator.Analyzers;

/// <summary>
/// Tracks the quotes of a POSIX shell through a command line, including substitutions inside them and comments.
/// </summary>
internal sealed class ShellQuotes
{
    private const char Substitution = '(';

    // Everything that is open, the innermost last: a quote, or a "$(" or "(" that contains code.
    private readonly Stack<char> _open = new();
    private char _previous = '\n';
    private bool _isEscaped;
    private bool _isComment;

    /// <summary>Gets whether what follows is inside quotes.</summary>
    public bool AreOpen => _open.Count > 0 && _open.Peek() != Substitution;

    public void Read(string text)
    {
        foreach (var character in text)
        {
            Read(character);
            _previous = character;
        }
    }

    private void Read(char character)
    {
        if (_isComment)
        {
            _isComment = character != '\n';
        }
        else if (_isEscaped)
        {
            _isEscaped = false;
        }
        else if (_open.Count > 0 && _open.Peek() == '\'')
        {
            // Only the other quote has a meaning here.
            CloseAt(character == '\'');
        }
        else if (character == '\\')
        {
            _isEscaped = true;
        }
        else if (_open.Count > 0 && _open.Peek() == '"')
        {
            CloseAt(character == '"');
            OpenAt(character == '(' && _previous == '$', Substitution);
        }
        else
        {
            _isComment = character == '#' && _previous is (' ' or '\t' or '\n' or ';');
            CloseAt(character == ')' && _open.Count > 0);
            OpenAt(character is '\'' or '"', character);
            OpenAt(character == '(', Substitution);
        }
    }

    private void OpenAt(bool condition, char what)
    {
        if (condition)
        {
            _open.Push(what);
        }
    }

    private void CloseAt(bool condition)
    {
        if (condition)
        {
            _open.Pop();
        }
    }
}
