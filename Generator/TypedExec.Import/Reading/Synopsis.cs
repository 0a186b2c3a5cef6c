using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>
/// Reads what follows the program in a usage line: <c>[-q | --quiet] [-C &lt;path&gt;] &lt;repo&gt; [&lt;dir&gt;]</c>.
/// </summary>
internal sealed class Synopsis
{
    private readonly SpellingRules _rules;
    private readonly bool _takesWords;
    private readonly int _line;
    private readonly List<HelpOption> _options = [];
    private readonly List<HelpValue> _arguments = [];

    /// <summary>The indexes of the options in the group in parentheses that was read last.</summary>
    private readonly List<int> _group = [];

    private Synopsis(SpellingRules rules, int line)
    {
        _rules = rules with { BareWords = true };
        _takesWords = rules.BareWords;
        _line = line;
    }

    public IReadOnlyList<HelpOption> Options => _options;

    public IReadOnlyList<HelpValue> Arguments => _arguments;

    /// <summary>Gets what follows <c>--</c>, if that is the command line of another program.</summary>
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

            if (cursor.Take(UsageNotation.MarkedCommand()) is not null)
            {
                Rest = Read(cursor.Rest, _rules, _line).Arguments;
                return;
            }

            var before = cursor.Position;
            ReadToken(cursor.TakeToken(), optional);
            TakeValueOfGroup(cursor);
            if (cursor.Position == before)
            {
                // An unmatched closing bracket.
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

        // Outside brackets, what follows a long name is an argument: "set-url --add <name> <newurl>".
        if (!optional && spelling.Names is [{ Text: ['-', '-', ..], Separator: null, Values.Count: > 0 } name])
        {
            spelling = spelling with { Names = [name with { Values = [] }], End = name.Text.Length };
        }

        cursor.Position += spelling.End;
        if (!optional && _takesWords && spelling.Names is [{ Text: [_, not '-'], Values.Count: 0 } flag] && cursor.Take(UsageNotation.CapitalWord()) is { } word)
        {
            spelling = spelling with { Names = [flag with { Values = [Placeholder.Read(word.Value, _rules)] }] };
        }

        Add(OptionMerge.FromNames(spelling.Names) with { IsRepeatable = spelling.IsRepeatable, IsRequired = !optional }, spelling);
        return true;
    }

    /// <summary>Reads the value after a group of options, which applies to all of them: <c>(-m | --message) &lt;message&gt;</c>.</summary>
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
        var text = UsageNotation.Dots().Replace(token, "");
        var repeated = text.Length < token.Length;
        if (text.Length == 0)
        {
            RepeatFrom(_arguments.Count - 1, _options.Count - 1);
            return;
        }

        var first = _arguments.Count;
        var firstOption = _options.Count;
        if (Placeholder.Enclosed(text, '[', ']') || Placeholder.Enclosed(text, '(', ')') || (Placeholder.Enclosed(text, '{', '}') && UsageNotation.HoldsSequence().IsMatch(text)))
        {
            var inner = text[1..^1].Trim();
            if (!UsageNotation.StandsForOptions().IsMatch(inner) && inner != "--")
            {
                ReadSequence(inner, optional || text[0] == '[');
            }

            _group.Clear();
            if (text[0] == '(' && _arguments.Count == first)
            {
                _group.AddRange(Enumerable.Range(firstOption, _options.Count - firstOption));
            }
        }
        else if (!UsageNotation.StandsForOptions().IsMatch(text) && text.Any(char.IsLetterOrDigit) && !UsageNotation.HoldsOption().IsMatch(text) && !UsageNotation.LetterCluster().IsMatch(text))
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
        // "FILE [FILE ...]": the same argument, repeated.
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

    /// <summary>Reads <c>a | b</c>: mutually exclusive options, or an argument with several meanings.</summary>
    private bool ReadAlternatives(string text, bool optional)
    {
        var parts = UsageAlternatives.Split(text);
        if (parts.Count < 2)
        {
            return false;
        }

        if (UsageNotation.ValuesOfOption().IsMatch(text))
        {
            return true;
        }

        if (!parts.Any(part => part.StartsWith('-') || part.StartsWith('[') || part.StartsWith('(')))
        {
            if (!UsageNotation.StandsForOptions().IsMatch(text))
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

            // Only one of the alternatives is used, so their arguments don't follow each other.
            _arguments.RemoveRange(Math.Min(arguments, _arguments.Count), Math.Max(0, _arguments.Count - arguments));
            if (_options.Count > before && group.Count > 0 && UsageAlternatives.AreNamesOfOne(previous, _options[before].Names))
            {
                _options[group[^1]] = UsageAlternatives.Merge(_options[group[^1]], _options[before]);
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

    private void Add(HelpOption option, SpelledOption spelling)
    {
        foreach (var part in FlagCluster.Split(option))
        {
            var opposites = spelling.Names.Where(name => name.Negatable).Select(name => "--no-" + name.Text[2..]).ToList();
            _options.AddRange((opposites.Count > 0 ? OptionMerge.Negated(part, opposites) : [part]).Select(one => one with { Line = _line }));
        }
    }
}
