namespace TypedExec.Tests.Fuzz.Corpus;

/// <summary>Words that are worth trying again with every change of the quoting, in every shell.</summary>
internal static class WordsForShells
{
    /// <summary>By what each is about.</summary>
    public static Dictionary<string, string[]> Named { get; } = new()
    {
        ["empty, and blank"] = ["", " ", "  ", "\t", " a ", "\ta\t"],
        ["line breaks, last ones too"] = ["\n", "\r", "\r\n", "a\n", "a\n\n", "\na", "a\nb", "a\r", "a\rb"],
        ["quotes of every kind, single, double and mixed"] = ["'", "''", "'''", "\"", "\"\"", "'\"'", "\"'\"", "it's", "'a'", "\"a\"", "`a`", "'\\''", "\\'", "\\\""],
        ["backslashes, last ones too"] = ["\\", "\\\\", "\\\\\\", "a\\", "a b\\", "a b\\\\", "\\a", "\\n", "\\0", "\\x41", "\\\n", "\\ "],
        ["expansions"] = ["$", "$$", "$a", "$HOME", "${HOME}", "$1", "$@", "$?", "$(id)", "$((1+1))", "`id`", "$'a'", "$\"a\"", "a$", "<(id)", ">(id)"],
        ["expansions of cmd.exe"] = ["%", "%%", "%PATH%", "%PATH:a=b%", "%a", "a%", "100%", "!PATH!", "^", "^^", "^&", "a^", "%~dp0", "%a%b%"],
        ["expansions of PowerShell"] = ["$env:PATH", "@args", "@(1)", "@{a=1}", "`n", "`", "--%", "-a:b", "\u2018a\u2019", "\u201ca\u201d", "\u201a\u201b\u201e"],
        ["history"] = ["!", "!!", "!1", "!a", "a!b", "a!", "^a^b"],
        ["home directories and paths of commands"] = ["~", "~root", "~/a", "a~", "a=~", "a:~", "=", "=ls", "=a", "a=b", "PATH=/tmp"],
        ["patterns that match files, and that match none"] = ["*", "?", "/*", "/bin/?h", "[a-z]", "[", "]", "**", "/et[c]", "no*such*", "#", "#a", "a#b", "(a|b)", "*(.)", "^a", "a~b"],
        ["braces and ranges"] = ["{", "}", "{}", "{a,b}", "{1..3}", "a{b,c}d", "{a", "a}"],
        ["operators and redirections"] = ["&", "&&", "|", "||", "|&", ";", ";;", "<", ">", ">>", "<<", "<<E", "<<<", "2>&1", "2>/dev/null", "&>a", "(", ")", "()", "2", "10"],
        ["names that a shell keeps for itself"] = ["if", "then", "fi", "for", "do", "done", "case", "esac", "while", "end", "begin", "function", "!", "[[", "]]", "time", "not", "and", "or"],
        ["options"] = ["-", "--", "-n", "-e", "--help", "-c", "+x", "--a=b", "-a b"],
        ["directives of printf"] = ["%s", "%d", "%", "%b", "%c\\n", "%1$s"],
        ["a second command after whatever ends the first"] = ["; echo b", "'; echo b; '", "\"; echo b; \"", "\necho b\n", "\\'; echo b #", ") ; echo b", "}; echo b", "&echo b", "|cat"],
        ["control characters"] = ["\u0001", "\u0007", "\b", "\u001b[31m", "\u007f", "\u0003", "\u0004", "\u001a", "a\u0001b\u0002"],
        ["characters of several bytes, with bytes that mean something alone"] = ["é", "漢", "😀", "\u00a0", "\u0085", "\u2028", "\ufeff", "\u3000", "\u0080", "ą\\", "表'", "\U0010FFFF", "e\u0301", "\u202e"],
        ["characters that a shell uses inside"] = ["\ue000", "\uf600", "\uf6ff", "\ufdd0", "\ufffd", "\uffff", "\u0083", "\u0084", "\u009b", "\u0089"],
        ["long ones"] = [new string('\'', 3_000), new string('\\', 3_001), string.Concat(Enumerable.Repeat("$(id) ", 500)), new string(' ', 3_000)],
    };

    /// <summary>Every character of ASCII but NUL: alone, doubled, first, last and within.</summary>
    public static IEnumerable<string> Ascii
        => Enumerable.Range(1, 0x7F).Select(static code => (char)code).SelectMany(static character => new[]
        {
            $"{character}", $"{character}{character}", $"{character}a", $"a{character}", $"a{character}b", $"{character} {character}",
        });
}
