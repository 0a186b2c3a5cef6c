using System.Collections.Frozen;

namespace TypedExec.Shells;

/// <summary>
/// Reads a text of cmd.exe: which holes stand inside quotes, and which are arguments of a batch file or of a command that
/// reads its arguments once more.
/// </summary>
internal sealed class CmdScanner(ShellLine line, Func<string, bool> isBatchFile)
{
    /// <summary>What cmd.exe does itself, before it looks for a program of that name.</summary>
    private static readonly FrozenSet<string> Internal = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "assoc", "break", "cd", "chdir", "cls", "color", "copy", "date", "del", "dir", "echo", "endlocal", "erase",
        "exit", "ftype", "goto", "md", "mkdir", "mklink", "move", "path", "pause", "popd", "prompt", "pushd", "rd", "rem", "ren", "rename", "rmdir",
        "set", "setlocal", "shift", "time", "title", "type", "ver", "verify", "vol");

    /// <summary>What changes where the programs behind it are looked for.</summary>
    private static readonly FrozenSet<string> Moving =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "cd", "chdir", "pushd", "popd", "path", "endlocal", "call");

    private static readonly FrozenSet<string> Rereading =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "call", "cmd", "start", "if", "else", "for");

    private readonly HolePlace[] _places = new HolePlace[line.Holes.Count];
    private int _hole;

    // The name of the command that is being read, or null before its first word has ended.
    private string? _program;
    private string _word = "";
    private bool _hasWord;
    private bool _isQuoted;

    // What comes next is where a redirection goes to.
    private bool _isRedirected;

    // The working directory or the PATH is no longer the child's, and what a name stands for is not known: from the next command on.
    private bool _hasMoved;
    private bool _moves;

    // In what for repeats, percent signs mean its variables, which come after all quoting.
    private bool _isInLoop;

    public HolePlace[] Scan()
    {
        var text = line.Text;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case ShellLine.Hole:
                    ReadHole(ShellLine.At(text, i - 1), ShellLine.At(text, i + 1), i > 0 && text[i - 1] == '^' && !IsEscaped(text, i - 1));
                    break;
                case '"':
                    _isQuoted = !_isQuoted;
                    _hasWord = true;
                    break;
                case '^' when !_isQuoted && ShellLine.At(text, i + 1) is var next and not ShellLine.Hole:
                    i++;
                    Add(next.ToString());
                    break;
                case '<' or '>' when !_isQuoted:
                    // The number of a handle may stand before it.
                    _hasWord &= !(_word.Length == 1 && char.IsAsciiDigit(_word[0]));
                    EndWord();
                    _isRedirected = true;
                    break;
                case '&' when !_isQuoted && ShellLine.At(text, i - 1) is '<' or '>':
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
            _places[_hole++] = new HolePlace(Refusal(before, after, isEscaped));
            Add("?");
            return;
        }

        var isFirst = _program is null && !_hasWord;
        var program = _program ?? (isFirst && part.LiteralWords.Count > 0 ? part.LiteralWords[0] : _word);
        var isArgument = _program is not null || (isFirst ? part.LiteralWords.Count > 1 : _hasWord && _word.Length > 0);
        _places[_hole++] = new HolePlace(Refusal(before, after, isEscaped) ?? (_isInLoop ? Refusal("for") : isArgument ? Refusal(program) : null), isFirst);
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
            return "inside quotes: remove the quotes around it, as a hole brings its own";
        }

        if (isEscaped)
        {
            return "right behind a caret, which would escape its quote: remove the caret";
        }

        return before is '"' or '\\' || after == '"'
            ? "right beside a quote or behind a backslash, which the C runtime reads together with the hole's own quotes: "
                + "put the whole word into the hole"
            : null;
    }

    private string? Refusal(string program)
    {
        var name = program.AsSpan().Trim("\"");
        name = name[(name.LastIndexOfAny('\\', '/') + 1)..];
        name = name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        if (Rereading.Contains(name.ToString()))
        {
            return $"as an argument of {name}, behind which stands another command that cmd.exe may read a second time, so that no "
                + "quoting is safe: write that command by itself";
        }

        if (_hasMoved && !Internal.Contains(program) && !WindowsPath.IsFull(program.Trim('"')))
        {
            return $"as an argument of {program}, which may be a batch file: what stands before it changes where cmd.exe looks for it. Give the "
                + "directory with the option Cwd, the PATH with Env, or the program by its full path";
        }

        if (program.AsSpan().ContainsAny('%', '!'))
        {
            return $"as an argument of {program}, which may be a batch file: it is known only when cmd.exe has read the variable. Write its name";
        }

        return isBatchFile(program)
            ? $"as an argument of the batch file {program}, for which cmd.exe reads it a second time, so that no quoting is safe "
                + "(CVE-2024-24576): pass it in the environment or on stdin, or run the program that the batch file starts"
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

    /// <summary><c>cd</c> and the like; <c>D:</c> changes the drive, and no space is needed in <c>cd..</c> and <c>cd\</c>.</summary>
    private static bool IsMove(string word)
    {
        var end = word.AsSpan().IndexOfAny('.', '\\', '/');
        return Moving.Contains(end < 0 ? word : word[..end]) || (word.Length == 2 && word[1] == ':');
    }

    /// <summary>Whether <c>set</c> of this variable leaves everything where it is.</summary>
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
