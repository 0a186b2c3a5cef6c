namespace TypedExec.CommandLines.Naming;

/// <summary>
/// Assigns the C# names of what a class gets from its specification. A name depends only on the spelling, unless something else
/// has the same plain name. Then each of them gets another name, so that a name never changes its meaning, and only another
/// spelling of the same words can change a name.
/// </summary>
internal sealed class MemberNames
{
    private readonly string _className;

    private MemberNames(string className)
    {
        _className = className;
        Subcommands = Options = Arguments = [];
    }

    /// <summary>Gets the names of the nested classes.</summary>
    public string[] Subcommands { get; private set; }

    /// <summary>Gets the names of the options' properties.</summary>
    public string[] Options { get; private set; }

    /// <summary>Gets the names of the arguments' properties.</summary>
    public string[] Arguments { get; private set; }

    /// <summary>Names the members of one class.</summary>
    /// <param name="className">The class itself, whose name no member can have.</param>
    /// <param name="subcommands">Its subcommands, by the name that is used.</param>
    /// <param name="options">All options that it accepts, by the spelling that is used.</param>
    /// <param name="arguments">Its arguments, by their names in the help.</param>
    /// <param name="notForClasses">Names that no subcommand can have, because the user's own members have them.</param>
    /// <param name="notForProperties">Names that no option or argument can have, because the user's own members have them.</param>
    public static MemberNames Assign(
        string className,
        IReadOnlyList<string> subcommands,
        IReadOnlyList<string> options,
        IReadOnlyList<string> arguments,
        ISet<string> notForClasses,
        ISet<string> notForProperties)
    {
        var names = new MemberNames(className);
        names.Subcommands = names.NameSubcommands(subcommands, notForClasses);
        names.NameProperties(options, arguments, [.. names.Subcommands, .. notForProperties]);
        return names;
    }

    /// <summary>Names constants for values, in a separate class.</summary>
    public static string[] ForValues(string className, IReadOnlyList<string> values)
    {
        var names = new string[values.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var name = PlainName.ForValue(values[i]);
            names[i] = name == className || GeneratedNames.HaveClass(name) ? name + "Value" : name;
        }

        return MakeUnique(names, i => ExactName.Create("Value", values[i]), static _ => false);
    }

    private string[] NameSubcommands(IReadOnlyList<string> subcommands, ISet<string> declared)
    {
        var names = new string[subcommands.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var name = PlainName.ForSubcommand(subcommands[i]);
            names[i] = IsBarred(name) ? name + "Command" : name;
        }

        return MakeUnique(names, i => ExactName.Create("Command", subcommands[i]), IsBarred);

        bool IsBarred(string name) => name == _className || GeneratedNames.HaveClass(name) || declared.Contains(name);
    }

    private void NameProperties(IReadOnlyList<string> options, IReadOnlyList<string> arguments, HashSet<string> barred)
    {
        var optionNames = Plain(options, PlainName.ForOption);
        var argumentNames = Numbered(Plain(arguments, PlainName.ForArgument));
        var ofOptions = new HashSet<string>(optionNames, StringComparer.Ordinal);
        var ofArguments = new HashSet<string>(argumentNames, StringComparer.Ordinal);
        var names = new string[options.Count + arguments.Count];
        for (var i = 0; i < optionNames.Length; i++)
        {
            var name = optionNames[i];
            names[i] = IsBarred(name) || ofArguments.Contains(name) ? name + "Option" : name;
        }

        for (var i = 0; i < argumentNames.Length; i++)
        {
            var name = argumentNames[i];
            names[options.Count + i] = IsBarred(name) || ofOptions.Contains(name) ? name + "Argument" : name;
        }

        MakeUnique(
            names,
            i => i < options.Count ? ExactName.Create("Option", options[i]) : $"Argument_{i - options.Count}_",
            IsBarred);
        Options = [.. names.Take(options.Count)];
        Arguments = [.. names.Skip(options.Count)];

        bool IsBarred(string name)
            => name == _className || GeneratedNames.HaveProperty(name) || barred.Contains(name);
    }

    private static string[] Plain(IReadOnlyList<string> names, Func<string, string> plain)
    {
        var plains = new string[names.Count];
        for (var i = 0; i < plains.Length; i++)
        {
            plains[i] = plain(names[i]);
        }

        return plains;
    }

    /// <summary>Arguments with the same name are distinguished by their order: <c>File_1</c>, <c>File_2</c>.</summary>
    private static string[] Numbered(string[] names)
    {
        var totals = Totals(names);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbered = new string[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            seen.TryGetValue(names[i], out var before);
            seen[names[i]] = before + 1;
            numbered[i] = totals[names[i]] > 1 ? $"{names[i]}_{before + 1}" : names[i];
        }

        return numbered;
    }

    /// <summary>Gives each one that shares a name, or whose name is reserved, its exact name.</summary>
    private static string[] MakeUnique(string[] names, Func<int, string> exact, Func<string, bool> isBarred)
    {
        var totals = Totals(names);
        for (var i = 0; i < names.Length; i++)
        {
            if (totals[names[i]] == 1 && !isBarred(names[i]))
            {
                continue;
            }

            // Only the user can have declared such a name too.
            names[i] = exact(i);
            while (isBarred(names[i]))
            {
                names[i] += "_";
            }
        }

        return names;
    }

    private static Dictionary<string, int> Totals(string[] names)
    {
        var totals = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        foreach (var name in names)
        {
            totals.TryGetValue(name, out var total);
            totals[name] = total + 1;
        }

        return totals;
    }
}
