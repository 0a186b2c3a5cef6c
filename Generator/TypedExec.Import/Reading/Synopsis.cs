using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>
/// Reads what stands behind the program in a usage line: <c>[-q | --quiet] [-C &lt;path&gt;] &lt;repo&gt; [&lt;dir&gt;]</c>.
/// </summary>
internal sealed partial class Synopsis
{
    private readonly SpellingRules _rules;
    private readonly bool _takesWords;
    private readonly int _line;
    private readonly List<HelpOption> _options = [];
    private readonly List<HelpValue> _arguments = [];

    /// <summary>The options of the group in parentheses that was read last, by index.</summary>
    private readonly List<int> _group = [];

    private Synopsis(SpellingRules rules, int line)
    {
        _rules = rules with { BareWords = true };
        _takesWords = rules.BareWords;
        _line = line;
    }

    public IReadOnlyList<HelpOption> Options => _options;

    public IReadOnlyList<HelpValue> Arguments => _arguments;

    /// <summary>What stands after <c>--</c>, where that is the command line of another program.</summary>
    public IReadOnlyList<HelpValue> Rest { get; private set; } = [];

    public static Synopsis Read(string text, SpellingRules rules, int line = 0)
    {
        var synopsis = new Synopsis(rules, line);
        synopsis.ReadSequence(text, optional: false);
        return synopsis;
    }

    private void ReadSequence(string text, bool optional)
    {
        if (ReadAlternatives(text, optional))
        {
            return;
        }

        var cursor = new Cursor(text);
        while (!cursor.AtEnd)
        {
            if (cursor.SkipSpaces() > 0 || cursor.AtEnd)
            {
                continue;
            }

            if (cursor.Current == '-' && cursor.At(1) is not ('\0' or ' ') && TakeOption(cursor, optional))
            {
                continue;
            }

            if (cursor.Take(MarkedCommand()) is not null)
            {
                Rest = Read(cursor.Rest, _rules, _line).Arguments;
                return;
            }

            var before = cursor.Position;
            ReadToken(cursor.TakeToken(), optional);
            TakeValueOfGroup(cursor);
            if (cursor.Position == before)
            {
                // A closing bracket without its opening one.
                cursor.Position++;
            }
        }
    }

    private bool TakeOption(Cursor cursor, bool optional)
    {
        var spelling = OptionSpelling.Read(cursor.Rest, _rules with { BareWords = optional });
        if (spelling is null)
        {
            return false;
        }

        // Outside of brackets what follows a long name is an argument: "set-url --add <name> <newurl>".
        if (!optional && spelling.Names is [{ Text: ['-', '-', ..], Separator: null, Values.Count: > 0 } name])
        {
            spelling = spelling with { Names = [name with { Values = [] }], End = name.Text.Length };
        }

        cursor.Position += spelling.End;
        if (!optional && _takesWords && spelling.Names is [{ Text: [_, not '-'], Values.Count: 0 } flag] && cursor.Take(CapitalWord()) is { } word)
        {
            spelling = spelling with { Names = [flag with { Values = [Placeholder.Read(word.Value, _rules)] }] };
        }

        Add(OptionMerge.FromNames(spelling.Names) with { IsRepeatable = spelling.IsRepeatable, IsRequired = !optional }, spelling);
        return true;
    }

    /// <summary>The value behind a group of options holds for all of them: <c>(-m | --message) &lt;message&gt;</c>.</summary>
    private void TakeValueOfGroup(Cursor cursor)
    {
        if (_group.Count > 0 && cursor.Current == ' ' && cursor.At(1) == '<')
        {
            cursor.Position++;
            var value = Placeholder.Read(cursor.TakeToken(), _rules);
            foreach (var index in _group.Where(index => _options[index].Values.Count == 0))
            {
                _options[index] = _options[index] with { Values = [value] };
            }
        }

        _group.Clear();
    }

    private void ReadToken(string token, bool optional)
    {
        var text = Dots().Replace(token, "");
        var repeated = text.Length < token.Length;
        if (text.Length == 0)
        {
            RepeatFrom(_arguments.Count - 1, _options.Count - 1);
            return;
        }

        var first = _arguments.Count;
        var firstOption = _options.Count;
        if (Placeholder.Enclosed(text, '[', ']') || Placeholder.Enclosed(text, '(', ')') || (Placeholder.Enclosed(text, '{', '}') && HoldsSequence().IsMatch(text)))
        {
            var inner = text[1..^1].Trim();
            if (!StandsForOptions().IsMatch(inner) && inner != "--")
            {
                ReadSequence(inner, optional || text[0] == '[');
            }

            _group.Clear();
            if (text[0] == '(' && _arguments.Count == first)
            {
                _group.AddRange(Enumerable.Range(firstOption, _options.Count - firstOption));
            }
        }
        else if (!StandsForOptions().IsMatch(text) && text.Any(char.IsLetterOrDigit) && !HoldsOption().IsMatch(text) && !Cluster().IsMatch(text))
        {
            Add(Placeholder.Read(text, _rules) with { IsOptional = optional });
        }

        if (repeated)
        {
            RepeatFrom(first, firstOption);
        }
    }

    private void Add(HelpValue argument)
    {
        // "FILE [FILE ...]": the same once more.
        if (_arguments.Count > 0 && argument.Name is not null && _arguments[^1].Name == argument.Name)
        {
            RepeatFrom(_arguments.Count - 1, _options.Count);
            return;
        }

        _arguments.Add(argument);
    }

    private void RepeatFrom(int argument, int option)
    {
        for (var i = Math.Max(0, argument); i < _arguments.Count; i++)
        {
            _arguments[i] = _arguments[i] with { IsVariadic = true };
        }

        for (var i = Math.Max(0, option); i < _options.Count; i++)
        {
            _options[i] = _options[i] with { IsRepeatable = true };
        }
    }

    /// <summary>Reads <c>a | b</c>: options of which one may be given, or an argument with several meanings.</summary>
    private bool ReadAlternatives(string text, bool optional)
    {
        var parts = SplitAlternatives(text);
        if (parts.Count < 2)
        {
            return false;
        }

        if (ValuesOfOption().IsMatch(text))
        {
            return true;
        }

        if (!parts.Any(part => part.StartsWith('-') || part.StartsWith('[') || part.StartsWith('(')))
        {
            if (!StandsForOptions().IsMatch(text))
            {
                Add(Placeholder.Read(text.Contains('<', StringComparison.Ordinal) ? text : $"({text})", _rules) with { IsOptional = optional });
            }

            return true;
        }

        var group = new List<int>();
        var previous = "";
        IReadOnlyList<HelpValue> longest = [];
        var arguments = _arguments.Count;
        foreach (var part in parts)
        {
            var before = _options.Count;
            ReadSequence(part, optional: true);
            if (_arguments.Count - arguments > longest.Count)
            {
                longest = [.. _arguments.Skip(arguments)];
            }

            // One of the alternatives is given: their arguments do not follow each other.
            _arguments.RemoveRange(Math.Min(arguments, _arguments.Count), Math.Max(0, _arguments.Count - arguments));
            if (_options.Count > before && group.Count > 0 && IsLongFormOf(previous, _options[before].Names))
            {
                _options[group[^1]] = Together(_options[group[^1]], _options[before]);
                _options.RemoveAt(before);
                group.AddRange(Enumerable.Range(before, _options.Count - before));
            }
            else
            {
                group.AddRange(Enumerable.Range(before, _options.Count - before));
            }

            previous = part;
        }

        _arguments.AddRange(longest.Select(argument => argument with { IsOptional = true }));

        foreach (var index in group)
        {
            var others = group.Where(other => other != index).SelectMany(other => _options[other].Names);
            _options[index] = _options[index] with { ExclusiveOn = [.. _options[index].ExclusiveOn.Union(others)] };
        }

        return true;
    }

    private static HelpOption Together(HelpOption shorter, HelpOption longer)
        => longer with { Names = [.. shorter.Names, .. longer.Names] };

    /// <summary>Whether <c>-q | --quiet</c> are two names of one option: the letter begins a word of the long name.</summary>
    private static bool IsLongFormOf(string before, IReadOnlyList<string> names)
        => before is ['-', var letter and not '-'] && names is [['-', '-', .. var name]]
            && (name.Split('-').Any(word => word.StartsWith(letter.ToString(), StringComparison.OrdinalIgnoreCase)) || (letter, name) is ('n', "dry-run"));

    private static List<string> SplitAlternatives(string text)
    {
        var parts = new List<string>();
        var cursor = new Cursor(text);
        var start = 0;
        while (!cursor.AtEnd)
        {
            cursor.SkipSpaces();
            if (cursor.Current == '|')
            {
                parts.Add(text[start..cursor.Position].Trim());
                cursor.Position++;
                start = cursor.Position;
            }
            else if (cursor.TakeToken("|").Length == 0 && !cursor.AtEnd)
            {
                cursor.Position++;
            }
        }

        parts.Add(text[start..].Trim());
        return [.. parts.Where(part => part.Length > 0)];
    }

    private void Add(HelpOption option, SpelledOption spelling)
    {
        foreach (var part in Flags(option))
        {
            var opposites = spelling.Names.Where(name => name.Negatable).Select(name => "--no-" + name.Text[2..]).ToList();
            _options.AddRange((opposites.Count > 0 ? OptionMerge.Negated(part, opposites) : [part]).Select(one => one with { Line = _line }));
        }
    }

    /// <summary><c>-46AaC</c> is five flags; <c>-Olevel</c> is a flag with its value glued on.</summary>
    private static IEnumerable<HelpOption> Flags(HelpOption option)
    {
        if (option.Names is not [['-', not '-', ..] name] || name.Length < 3 || option.Values.Count > 0)
        {
            return [option];
        }

        var letters = name[1..];
        if (GluedValue().IsMatch(letters) && letters.Distinct().Count() < letters.Length)
        {
            return [option with { Names = ["-" + letters[0]], Values = [new HelpValue { Name = letters[1..] }], Separator = "" }];
        }

        var mixed = letters.Any(char.IsAsciiLetterUpper) && letters.Any(c => !char.IsAsciiLetterUpper(c));
        return mixed && letters.Distinct().Count() == letters.Length
            ? letters.Select(letter => option with { Names = ["-" + letter] })
            : [option];
    }

    [GeneratedRegex(@"(?: ?\.\.\.| ?\[,?\.\.\.\])+$")]
    private static partial Regex Dots();

    [GeneratedRegex(@"^[<\[]?(?:(?:[a-z][a-z-]*[ -])?(?:options?|flags?|switches|opts)|(?:[a-z_-]+[-_])options)[>\]]?(?: ?\.\.\.)?$", RegexOptions.IgnoreCase)]
    private static partial Regex StandsForOptions();

    /// <summary>The values of an option, as kubectl shows them: <c>(-o|--output=)json|yaml</c>.</summary>
    [GeneratedRegex(@"^\((-\w\|)?--[\w-]+=\)")]
    private static partial Regex ValuesOfOption();

    /// <summary>The value of a required option: <c>-k KEY</c>.</summary>
    [GeneratedRegex(@"\G[A-Z][A-Z0-9_]+(?= |$)")]
    private static partial Regex CapitalWord();

    [GeneratedRegex(@"(^|[\s\[(])-")]
    private static partial Regex HoldsOption();

    /// <summary>Braces that hold more than values: <c>{--diff|--compare}</c>, <c>{[options] -i url}</c>.</summary>
    [GeneratedRegex(@"^\{(-|\[|.* [-\[])")]
    private static partial Regex HoldsSequence();

    /// <summary>Letters without a dash, as in <c>tar {A|c|d}[GnS]</c>.</summary>
    [GeneratedRegex(@"^\{(\w\|)+\w\}")]
    private static partial Regex Cluster();

    [GeneratedRegex(@"\G--(?= +[\[<({]*(?:command|cmd|program|args?|arguments?)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex MarkedCommand();

    [GeneratedRegex("^[A-Z][a-z]+$")]
    private static partial Regex GluedValue();
}
