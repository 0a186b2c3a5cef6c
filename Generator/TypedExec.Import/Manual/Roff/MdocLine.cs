using System.Text;

namespace TypedExec.Import.Manual.Roff;

/// <summary>Renders the inline macros of mdoc: <c>Op Fl i Ar file</c> is <c>[-i file]</c>.</summary>
internal sealed class MdocLine
{
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "Ad", "An", "Cd", "Cm", "Dv", "Em", "Er", "Ev", "Fa", "Fn", "Ft", "Fx", "Ic", "In", "Li", "Lk", "Ms", "Mt", "No", "Ns", "Nx", "Ox", "Pa", "Pf", "Sy", "Tn", "Va",
        "Vt", "Ar", "Fl", "Nm", "Xr", "Xo", "Xc", "Sm", "Rv", "St", "Sx", "Bx", "Ux", "At", "Ap", "Dx", "Nd", "Tg",
    };

    private static readonly Dictionary<string, (string Open, string Close)> Pairs = new(StringComparer.Ordinal)
    {
        ["Op"] = ("[", "]"), ["Bq"] = ("[", "]"), ["Pq"] = ("(", ")"), ["Brq"] = ("{", "}"), ["Aq"] = ("<", ">"),
        ["Dq"] = ("“", "”"), ["Sq"] = ("‘", "’"), ["Qq"] = ("\"", "\""), ["Ql"] = ("‘", "’"), ["Eq"] = ("", ""),
    };

    private static readonly Dictionary<string, string> Openers = new(StringComparer.Ordinal)
    {
        ["Oo"] = "[", ["Bo"] = "[", ["Po"] = "(", ["Bro"] = "{", ["Ao"] = "<", ["Do"] = "“", ["So"] = "‘", ["Qo"] = "\"",
    };

    private static readonly Dictionary<string, string> Closers = new(StringComparer.Ordinal)
    {
        ["Oc"] = "]", ["Bc"] = "]", ["Pc"] = ")", ["Brc"] = "}", ["Ac"] = ">", ["Dc"] = "”", ["Sc"] = "’", ["Qc"] = "\"",
    };

    private readonly StringBuilder _text = new();
    private string? _program;
    private int _open;
    private bool _isSpaced = true;
    private bool _joins;

    /// <summary>Whether nothing has been written since spacing was turned off: the first word still has a space before it.</summary>
    private bool _isFirst;

    /// <summary>Whether an <c>Xo</c> is open, so that the next line belongs to this one.</summary>
    public bool IsOpen => _open > 0;

    /// <summary>Whether the last text continues the text before it without a space.</summary>
    public bool JoinsBefore { get; private set; }

    public static bool Knows(string macro) => Plain.Contains(macro) || Pairs.ContainsKey(macro) || Openers.ContainsKey(macro) || Closers.ContainsKey(macro);

    public static string Join(string first, string second, bool joins)
        => first.Length == 0 || second.Length == 0 || joins ? first + second : $"{first} {second}";

    public string Read(IReadOnlyList<string> words)
    {
        _text.Clear();
        JoinsBefore = (_joins && !_isFirst) || (!_isSpaced && !_isFirst) || (words.Count > 0 && (words[0] is "Ns" || Closers.ContainsKey(words[0])));
        _joins = true;
        Read(words, 0);
        var text = _text.ToString();
        _isFirst &= text.Length == 0;
        _joins = text.Length > 0 && text[^1] is '[' or '(' or '{' or '<';
        return text;
    }

    private void Read(IReadOnlyList<string> words, int start)
    {
        var i = start;
        while (i < words.Count)
        {
            var word = words[i++];
            if (Pairs.TryGetValue(word, out var pair))
            {
                // Closing punctuation at the end stays outside of the brackets.
                var end = words.Count;
                while (end > i && IsClosing(words[end - 1]))
                {
                    end--;
                }

                Put(pair.Open);
                _joins = true;
                Read([.. words.Take(end)], i);
                _joins = true;
                Put(pair.Close);
                i = end;
            }
            else if (Openers.TryGetValue(word, out var open))
            {
                Put(open);
                _joins = true;
            }
            else if (Closers.TryGetValue(word, out var close))
            {
                _joins = true;
                Put(close);
            }
            else if (Plain.Contains(word))
            {
                i = Macro(word, words, i);
            }
            else
            {
                Put(word);
            }
        }
    }

    private int Macro(string name, IReadOnlyList<string> words, int i)
    {
        switch (name)
        {
            case "Ns":
                _joins = true;
                return i;
            case "Ap":
                _joins = true;
                Put("'");
                _joins = true;
                return i;
            case "Xo":
                _open++;
                return i;
            case "Xc":
                _open--;
                return i;
            case "Sm":
                _isSpaced = i < words.Count && words[i] == "on";
                _isFirst = !_isSpaced;
                return words.Count;
            case "Tg":
                return words.Count;
            case "Pf" when i < words.Count:
                Put(words[i]);
                _joins = true;
                return i + 1;
            case "Xr" when i + 1 < words.Count:
                Put($"{words[i]}({words[i + 1]})");
                return i + 2;
            case "Nm":
                if (i == words.Count || IsMacro(words[i]) || IsClosing(words[i]))
                {
                    Put(_program ?? "");
                    return i;
                }

                _program ??= words[i];
                return Texts(words, i, "");
            case "Fl":
                if (i == words.Count || IsMacro(words[i]) || words[i] is "|")
                {
                    Put("-");
                    _joins = i < words.Count && words[i] is not "|";
                    return i;
                }

                return Texts(words, i, "-");
            case "Ar" when i == words.Count || IsMacro(words[i]) || (IsClosing(words[i]) && words[i].Length == 1):
                Put("file ...");
                return i;
            default:
                return Texts(words, i, "");
        }
    }

    /// <summary>The macro's own words, up to the next macro.</summary>
    private int Texts(IReadOnlyList<string> words, int i, string prefix)
    {
        while (i < words.Count && !IsMacro(words[i]))
        {
            var isPunctuation = IsClosing(words[i]) || words[i] is "|" or "(" or "[" or "...";
            Put(isPunctuation ? words[i] : prefix + words[i]);
            i++;
        }

        return i;
    }

    private void Put(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_text.Length > 0 && !_joins && _isSpaced && !IsClosing(text))
        {
            _text.Append(' ');
        }

        _text.Append(text);
        _joins = text is "(" or "[";
    }

    private static bool IsMacro(string word) => Knows(word);

    private static bool IsClosing(string word) => word is "." or "," or ";" or ":" or ")" or "]" or "?" or "!";
}
