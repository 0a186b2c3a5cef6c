using System.Collections.Frozen;

namespace TypedExec.Shells;

/// <summary>
/// Scans text for cmd.exe to find which holes are inside quotes, and which are arguments of a batch file or of a command that
/// reads its arguments once more.
/// </summary>
internal sealed class CmdScanner(ShellTemplate line, Func<string, bool> isBatchFile)
{
    /// <summary>The commands that cmd.exe runs itself, before it looks for a program of that name.</summary>
    private static readonly FrozenSet<string> Internal = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "assoc", "break", "cd", "chdir", "cls", "color", "copy", "date", "del", "dir", "echo", "endlocal", "erase",
        "exit", "ftype", "goto", "md", "mkdir", "mklink", "move", "path", "pause", "popd", "prompt", "pushd", "rd", "rem", "ren", "rename", "rmdir",
        "set", "setlocal", "shift", "time", "title", "type", "ver", "verify", "vol");

    /// <summary>The commands that change where the programs after them are looked up.</summary>
    private static readonly FrozenSet<string> Moving =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "cd", "chdir", "pushd", "popd", "path", "endlocal", "call");

    private static readonly FrozenSet<string> Rereading =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "call", "cmd", "start", "if", "else", "for");

    private readonly HolePosition[] _places = new HolePosition[line.Holes.Count];
    private int _hole;

    // The name of the command that is being read, or null before its first word has ended.
    private string? _program;
    private string _word = "";
    private bool _hasWord;
    private bool _isQuoted;

    // Whether what follows is the target of a redirection.
    private bool _isRedirected;

    // Whether the working directory or the PATH is no longer the child's, so that it isn't known which program a name refers to,
    // from the next command on.
    private bool _hasMoved;
    private bool _moves;

    // In what for repeats, percent signs are its variables, which are expanded after all quoting.
    private bool _isInLoop;

    public HolePosition[] Scan()
    {
        var text = line.Text;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case ShellTemplate.Hole:
                    ReadHole(ShellTemplate.At(text, i - 1), ShellTemplate.At(text, i + 1), i > 0 && text[i - 1] == '^' && !IsEscaped(text, i - 1));
                    break;
                case '"':
                    _isQuoted = !_isQuoted;
                    _hasWord = true;
                    break;
                case '^' when !_isQuoted && ShellTemplate.At(text, i + 1) is var next and not ShellTemplate.Hole:
                    i++;
                    Add(next.ToString());
                    break;
                case '<' or '>' when !_isQuoted:
                    // The number of a handle may come before it.
                    _hasWord &= !(_word.Length == 1 && char.IsAsciiDigit(_word[0]));
                    EndWord();
                    _isRedirected = true;
                    break;
                case '&' when !_isQuoted && ShellTemplate.At(text, i - 1) is '<' or '>':
                    // 2>&1
                    break;
                case '&' or '|' or '(' or ')' or '\n' when !_isQuoted:
                    EndWord();
                    _hasMoved |= _moves;
                    (_program, _isRedirected) = (null, false);
                    break;
                case ' ' or '\t' or ',' or ';' or '=' when !_isQuoted:
                    EndWord();
                    break;
                case '@' when !_hasWord && _program is null:
                    break;
                default:
                    Add(text[i].ToString());
                    break;
            }
        }

        return _places;
    }

    private void ReadHole(char before, char after, bool isEscaped)
    {
        var part = line.Holes[_hole];
        if (_isRedirected)
        {
            _places[_hole++] = new HolePosition(Refusal(before, after, isEscaped));
            Add("?");
            return;
        }

        var isFirst = _program is null && !_hasWord;
        var program = _program ?? (isFirst && part.LiteralWords.Count > 0 ? part.LiteralWords[0] : _word);
        var isArgument = _program is not null || (isFirst ? part.LiteralWords.Count > 1 : _hasWord && _word.Length > 0);
        _places[_hole++] = new HolePosition(Refusal(before, after, isEscaped) ?? (_isInLoop ? Refusal("for") : isArgument ? Refusal(program) : null), isFirst);
        foreach (var word in part.LiteralWords)
        {
            Add(word);
            if (part.Kind != ShellPartKind.Word)
            {
                EndWord();
            }
        }
    }

    private string? Refusal(char before, char after, bool isEscaped)
    {
        if (_isQuoted)
        {
            return "inside quotes. Remove the quotes around it, because a hole is quoted automatically";
        }

        if (isEscaped)
        {
            return "directly after a caret, which would escape its quote. Remove the caret";
        }

        return before is '"' or '\\' || after == '"'
            ? "directly next to a quote or after a backslash, which the C runtime reads together with the hole's own quotes.  "
                + "Put the whole word into the hole"
            : null;
    }

    private string? Refusal(string program)
    {
        var name = program.AsSpan().Trim("\"");
        name = name[(name.LastIndexOfAny('\\', '/') + 1)..];
        name = name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        if (Rereading.Contains(name.ToString()))
        {
            return $"an argument of {name}, which is followed by another command that cmd.exe may read a second time, so no  "
                + "quoting is safe. Write that command by itself";
        }

        if (_hasMoved && !Internal.Contains(program) && !WindowsPath.IsFull(program.Trim('"')))
        {
            return $"an argument of {program}, which may be a batch file, because the text before it changes where cmd.exe looks for it. Set the  "
                + "directory with the option Cwd or the PATH with Env, or use the full path of the program";
        }

        if (program.AsSpan().ContainsAny('%', '!'))
        {
            return $"an argument of {program}, which may be a batch file: its name is known only after cmd.exe has expanded the variable. Write the name itself";
        }

        return isBatchFile(program)
            ? $"an argument of the batch file {program}, for which cmd.exe reads it a second time, so no quoting is safe  "
                + "(CVE-2024-24576). Pass it in the environment or on stdin, or run the program that the batch file starts"
            : null;
    }

    private void Add(string text)
    {
        _word += text;
        _hasWord = true;
    }

    private void EndWord()
    {
        if (_hasWord && !_isRedirected)
        {
            // What if, else and for run is a command too.
            var isCommand = _program is null || _program.ToLowerInvariant() is "if" or "else" or "for";
            _moves |= isCommand ? IsMove(_word) : _program!.Equals("set", StringComparison.OrdinalIgnoreCase) && !IsHarmless(_word);
            _program ??= _word;
            _isInLoop |= _program.Equals("for", StringComparison.OrdinalIgnoreCase);
        }

        (_word, _hasWord, _isRedirected) = ("", false, _isRedirected && !_hasWord);
    }

    /// <summary>
    /// Returns whether a word is <c>cd</c> or similar. <c>D:</c> changes the drive, and <c>cd..</c> and <c>cd\</c> need no space.
    /// </summary>
    private static bool IsMove(string word)
    {
        var end = word.AsSpan().IndexOfAny('.', '\\', '/');
        return Moving.Contains(end < 0 ? word : word[..end]) || (word.Length == 2 && word[1] == ':');
    }

    /// <summary>Returns whether <c>set</c> of this variable doesn't change where programs are found.</summary>
    private static bool IsHarmless(string variable)
    {
        var name = variable.AsSpan();
        name = name.IndexOf('=') is >= 0 and var end ? name[..end] : name;
        return !name.ContainsAny("%!?/\"") && !name.StartsWith("PATH", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("NoDefaultCurrentDirectory", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsEscaped(string text, int index)
    {
        var start = index;
        while (start > 0 && text[start - 1] == '^')
        {
            start--;
        }

        return (index - start) % 2 == 1;
    }
}
