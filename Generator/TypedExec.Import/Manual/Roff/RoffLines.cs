using System.Text;
using System.Text.RegularExpressions;

namespace TypedExec.Import.Manual.Roff;

/// <summary>A line of a page's source: a macro call with its arguments, or text.</summary>
/// <param name="Macro">The macro's name, or null for text.</param>
/// <param name="Arguments">The macro's arguments.</param>
/// <param name="Text">The text.</param>
internal sealed record RoffLine(string? Macro, IReadOnlyList<string> Arguments, string Text);

/// <summary>
/// Processes what roff handles before the macro package: conditions, strings, comments, and the page's own macros.
/// </summary>
internal sealed partial class RoffLines
{
    private const int MaxDepth = 16;

    private readonly Dictionary<string, string> _strings = new(StringComparer.Ordinal)
    {
        ["lq"] = "“", ["rq"] = "”", ["Aq"] = "'", ["L\""] = "\"", ["R\""] = "\"", ["C`"] = "", ["C'"] = "", ["--"] = "--", ["R"] = "®", ["Tm"] = "(TM)",
    };

    /// <summary>Which registers are nonzero. GNU's formatter sets <c>.g</c>.</summary>
    private readonly Dictionary<string, bool> _registers = new(StringComparer.Ordinal) { [".g"] = true };

    private readonly Dictionary<string, List<string>> _macros = new(StringComparer.Ordinal);
    private readonly List<RoffLine> _result = [];

    /// <summary>Whether the condition of the last <c>.ie</c> was true, which determines its <c>.el</c>.</summary>
    private bool _held;

    public static IReadOnlyList<RoffLine> Read(string source)
    {
        var reader = new RoffLines();
        reader.Run([.. Continuation().Replace(source.ReplaceLineEndings("\n"), "").Split('\n')], depth: 0);
        return reader._result;
    }

    private void Run(List<string> lines, int depth)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var control = Control().Match(line);
            if (!control.Success)
            {
                if (line is not ['.' or '\'', ..])
                {
                    _result.Add(new RoffLine(null, [], RoffText.Plain(line, _strings)));
                }

                continue;
            }

            var (name, rest) = (control.Groups["name"].Value, control.Groups["rest"].Value);
            switch (name)
            {
                case "de" or "de1" or "am" or "ig":
                    var body = Until(lines, ref i);
                    if (name != "ig" && name != "am" && Words(rest) is [var macro, ..])
                    {
                        _macros[macro] = body;
                    }

                    break;
                case "ds" or "as" when Definition().Match(rest) is { Success: true } definition:
                    _strings[definition.Groups["name"].Value] = definition.Groups["value"].Value;
                    break;
                case "nr" when Definition().Match(rest) is { Success: true } register:
                    _registers[register.Groups["name"].Value] = register.Groups["value"].Value is ['1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', ..];
                    break;
                case "if" or "ie" or "el":
                    Decide(name, rest, lines, ref i, depth);
                    break;
                case "while":
                    Block(rest, lines, ref i);
                    break;
                default:
                    Call(name, rest, depth);
                    break;
            }
        }
    }

    private void Call(string name, string rest, int depth)
    {
        var arguments = Words(rest);
        if (!_macros.TryGetValue(name, out var body) || depth >= MaxDepth || IsPackageMacro(name))
        {
            _result.Add(new RoffLine(name, [.. arguments.Select(argument => RoffText.Plain(argument, _strings))], ""));
            return;
        }

        Run([.. body.Select(line => Argument().Replace(line, match => arguments.ElementAtOrDefault(match.Groups["n"].Value[0] - '1') ?? "").Replace("\\\\", "\\", StringComparison.Ordinal))], depth + 1);
    }

    /// <summary>Pages redefine some of the package's macros for old formatters. Their meaning doesn't change.</summary>
    private static bool IsPackageMacro(string name) => name is "SH" or "SS" or "TP" or "IP" or "PP" or "P" or "LP" or "RS" or "RE" or "B" or "I" or "BR" or "RB" or "BI" or "IB" or "TH" or "EX" or "EE" or "UR" or "UE" or "MT" or "ME" or "SY" or "YS" or "OP" or "TQ";

    private void Decide(string name, string rest, List<string> lines, ref int i, int depth)
    {
        bool holds;
        string then;
        if (name == "el")
        {
            (holds, then) = (!_held, rest);
        }
        else
        {
            (holds, then) = Condition(rest.TrimStart());
            _held = name == "ie" ? holds : _held;
        }

        var body = Block(then, lines, ref i);
        if (holds)
        {
            var held = _held;
            Run(body, depth + 1);
            _held = held;
        }
    }

    /// <summary>As rendered for a terminal by GNU's formatter: <c>n</c> is true, <c>t</c> is false, and <c>\n(.g</c> is 1.</summary>
    private (bool Holds, string Then) Condition(string text)
    {
        var negated = text is ['!', ..];
        text = negated ? text[1..] : text;
        bool holds;
        if (text is ['n' or 't' or 'o' or 'e' or 'v', ' ' or '\\' or '.', ..])
        {
            holds = text[0] is 'n' or 'o';
            text = text[1..];
        }
        else if (text is ['d' or 'r' or 'c' or 'm' or 'F' or 'S', ' ', ..] && Split(text[1..].TrimStart()) is var (_, after))
        {
            holds = false;
            text = after;
        }
        else if (text is ['\'' or '"', ..] && text.Split(text[0]) is { Length: > 3 } parts)
        {
            holds = parts[1] == parts[2];
            text = string.Join(text[0], parts.Skip(3));
        }
        else
        {
            var (expression, rest) = Split(text);
            holds = Register().Match(expression) is { Success: true } register ? _registers.GetValueOrDefault(register.Groups["name"].Value) : expression is [>= '1' and <= '9', ..];
            text = rest;
        }

        return (holds != negated, text.TrimStart());
    }

    private static (string First, string After) Split(string text)
        => text.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var space ? (text[..space], text[(space + 1)..])
            : text.IndexOf("\\{", StringComparison.Ordinal) is >= 0 and var brace ? (text[..brace], text[brace..])
            : (text, "");

    /// <summary>The lines that a condition applies to: the rest of the line, or the lines up to <c>\}</c>.</summary>
    private static List<string> Block(string then, List<string> lines, ref int i)
    {
        if (!then.Contains("\\{", StringComparison.Ordinal))
        {
            return [then];
        }

        var body = new List<string>();
        var depth = 0;
        var line = then;
        while (true)
        {
            depth += Count(line, "\\{") - Count(line, "\\}");
            var text = body.Count == 0 ? line[(line.IndexOf("\\{", StringComparison.Ordinal) + 2)..] : line;
            body.Add(depth <= 0 && text.LastIndexOf("\\}", StringComparison.Ordinal) is >= 0 and var end ? text[..end] : text);
            if (depth <= 0 || i + 1 >= lines.Count)
            {
                return [.. body.Where(text => text.Trim('.', ' ', '\'', '\t', '\\').Length > 0)];
            }

            line = lines[++i];
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static List<string> Until(List<string> lines, ref int i)
    {
        var body = new List<string>();
        while (++i < lines.Count && lines[i].TrimEnd() is not (".." or "'.."))
        {
            body.Add(lines[i]);
        }

        return body;
    }

    /// <summary>A macro's arguments: words, or text in double quotes, in which two quotes represent one.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is ' ' or '\t')
            {
                continue;
            }

            word.Clear();
            var quoted = text[i] == '"';
            for (i += quoted ? 1 : 0; i < text.Length && (quoted || text[i] is not (' ' or '\t')); i++)
            {
                if (quoted && text[i] == '"')
                {
                    if (i + 1 >= text.Length || text[i + 1] != '"')
                    {
                        break;
                    }

                    i++;
                }
                else if (text[i] == '\\' && i + 1 < text.Length)
                {
                    if (text[i + 1] == '"')
                    {
                        i = text.Length;
                        break;
                    }

                    word.Append(text[i++]);
                }

                word.Append(text[i]);
            }

            words.Add(word.ToString());
        }

        return words;
    }

    [GeneratedRegex(@"\\\n")]
    private static partial Regex Continuation();

    [GeneratedRegex(@"^['.][ \t]*(?<name>[A-Za-z0-9%@]{1,}\d?)[ \t]*(?<rest>.*)$")]
    private static partial Regex Control();

    [GeneratedRegex(@"^(?<name>\S+)[ \t]*""?(?<value>.*)$")]
    private static partial Regex Definition();

    [GeneratedRegex(@"\\{1,2}\$(?<n>[1-9])")]
    private static partial Regex Argument();

    /// <summary>An expression that starts with a register: <c>\n(.g</c>, <c>\n[SL]</c>.</summary>
    [GeneratedRegex(@"^\(*\\n(?:\((?<name>..)|\[(?<name>[^\]]+)\]|(?<name>.))")]
    private static partial Regex Register();
}
