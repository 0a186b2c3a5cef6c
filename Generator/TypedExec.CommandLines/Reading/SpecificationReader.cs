using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Naming;

namespace TypedExec.CommandLines.Reading;

/// <summary>
/// Text to model: reads a specification in the format of Fig's completion specs. Members that matter only for completion are
/// ignored. Errors are reported with their position, and what they affect is omitted.
/// </summary>
internal sealed class SpecificationReader
{
    private readonly MistakeList _mistakes = new();
    private readonly MemberReader _members;
    private readonly OptionReader _options;
    private readonly ArgumentReader _arguments;
    private readonly CancellationToken _cancellation;
    private int _commands;
    private int _optionCount;

    private SpecificationReader(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _members = new MemberReader(_mistakes);
        var settings = new SettingsReader(_members);
        _arguments = new ArgumentReader(_members, settings);
        _options = new OptionReader(_members, _arguments, settings);
    }

    /// <summary>Reads a file's text. It never throws because of the text's content.</summary>
    public static SpecificationReading Read(string text, CancellationToken cancellation = default)
    {
        var reader = new SpecificationReader(cancellation);
        CommandSpecification? command = null;
        try
        {
            command = reader.ReadProgram(JsonReader.Read(text));
        }
        catch (JsonException error)
        {
            reader._mistakes.Add(error.IsLimit ? MistakeKind.Limit : MistakeKind.Json, error.Span, error.Message);
        }

        return new SpecificationReading(command, reader._mistakes.ToArray());
    }

    private CommandSpecification? ReadProgram(JsonValue value)
    {
        if (value is not JsonObject program)
        {
            _mistakes.Shape(value.Span, "a specification must be an object, { \"name\": …, \"options\": [ … ] }");
            return null;
        }

        // [Command] names the program itself; its name here only says whose specification it is.
        return ReadCommand(program, _members.Names(program, isRequired: false), depth: 0, persistent: 0, "=");
    }

    private CommandSpecification ReadCommand(JsonObject command, List<string> names, int depth, int persistent, string separator)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (++_commands > SpecificationLimits.Commands)
        {
            throw Beyond(command, SpecificationLimits.Commands, "subcommands");
        }

        separator = OptionReader.DefaultSeparator(_members, command) ?? separator;
        var options = ReadOptions(command, separator);
        Exclude(command, options);
        var arguments = _arguments.ReadAll(command);

        // References of an option to others are checked in the subcommands too, which may have the others.
        var size = arguments.Count + persistent;
        foreach (var option in options)
        {
            var own = 1 + option.ExclusiveOn.Count + option.DependsOn.Count;
            size += own;
            persistent += option.Has(SpecificationTraits.Persistent) || own > 1 ? own : 0;
        }

        Count(command, size);
        var groups = ReadGroups(command, separator);
        return new CommandSpecification(
            InOrder(names, PrimaryName.ForSubcommand),
            _members.Description(command),
            _members.Deprecation(command),
            _members.Traits(command),
            EquatableArray<OptionSpecification>.From(options),
            EquatableArray<ArgumentSpecification>.From(arguments),
            EquatableArray<CommandSpecification>.From(ReadSubcommands(command, depth + 1, persistent, separator)))
        {
            Groups = EquatableArray<GroupSpecification>.From(groups),
        };
    }

    private List<OptionSpecification> ReadOptions(JsonObject command, string separator)
    {
        var options = new List<OptionSpecification>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in _members.Objects(command, "options"))
        {
            Count(item, 1, isFinal: false);
            if (_options.Read(item, separator) is not { } option)
            {
                continue;
            }

            // Real specifications list options twice: the first one counts, and gets the names of both.
            if (places.TryGetValue(option.Name, out var place))
            {
                options[place] = options[place] with { Names = Union(options[place].Names, option.Names) };
            }
            else
            {
                places.Add(option.Name, options.Count);
                options.Add(option);
            }
        }

        return options;
    }

    private List<GroupSpecification> ReadGroups(JsonObject command, string separator)
    {
        var groups = new List<GroupSpecification>();
        foreach (var item in _members.Objects(command, "groups"))
        {
            var names = _members.Names(item, isRequired: true);
            var options = ReadOptions(item, separator);
            Exclude(item, options);
            var arguments = _arguments.ReadAll(item);
            Count(item, 1 + arguments.Count + options.Sum(static option => 1 + option.ExclusiveOn.Count + option.DependsOn.Count));
            if (names.Count == 0)
            {
                continue;
            }

            if (options.Count + arguments.Count == 0)
            {
                _mistakes.Shape(new JsonSpan(item.Span.Start, 1), "the group is empty: give it \"options\" or \"args\"");
                continue;
            }

            if (groups.Any(group => group.Name == names[0]))
            {
                _mistakes.Shape(MemberReader.Find(item, "name")!.Span, "another group of this command has this name");
                continue;
            }

            groups.Add(new GroupSpecification(
                names[0],
                _members.Description(item),
                new([.. options.Select(static option => option with { Traits = option.Traits & ~SpecificationTraits.Persistent })]),
                EquatableArray<ArgumentSpecification>.From(arguments),
                _members.Flag(item, "isRepeatable"),
                _options.IsAfterArguments(item)));
        }

        return groups;
    }

    /// <summary>Reads lists of options that can't be combined, as if each option excluded the others.</summary>
    private void Exclude(JsonObject command, List<OptionSpecification> options)
    {
        foreach (var names in _members.TextLists(command, "exclusiveOptions"))
        {
            var places = new List<int>();
            foreach (var name in names)
            {
                var place = options.FindIndex(option => option.Names.Contains(name.Value.Trim()));
                if (place < 0)
                {
                    _mistakes.Shape(name.Span, "no option of this command has this name");
                }
                else if (places.Count == SpecificationLimits.References)
                {
                    _mistakes.Add(MistakeKind.Limit, name.Span, $"\"exclusiveOptions\" has a list of more than {SpecificationLimits.References} options");
                    break;
                }
                else if (!places.Contains(place))
                {
                    places.Add(place);
                }
            }

            // Each option names those after it: an exclusion is mutual.
            for (var i = 0; i < places.Count; i++)
            {
                var option = options[places[i]];
                var others = places.Skip(i + 1).Select(place => options[place].Name).Where(name => !option.ExclusiveOn.Contains(name));
                options[places[i]] = option with { ExclusiveOn = new([.. option.ExclusiveOn, .. others]) };
            }
        }
    }

    private List<CommandSpecification> ReadSubcommands(JsonObject command, int depth, int persistent, string separator)
    {
        var subcommands = new List<CommandSpecification>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in _members.Objects(command, "subcommands"))
        {
            if (depth > SpecificationLimits.CommandDepth)
            {
                throw new JsonException(
                    $"subcommands are nested more than {SpecificationLimits.CommandDepth} levels deep", item.Span, isLimit: true);
            }

            var names = _members.Names(item, isRequired: true);
            if (names.Count == 0)
            {
                continue;
            }

            if (names[PrimaryName.ForSubcommand(names)].Split([' '], SpecificationLimits.Words + 1).Length > SpecificationLimits.Words)
            {
                _mistakes.Add(MistakeKind.Limit, item.Span, $"the name of the subcommand has more than {SpecificationLimits.Words} words");
                continue;
            }

            var subcommand = ReadCommand(item, names, depth, persistent, separator);
            if (seen.Add(subcommand.Name))
            {
                subcommands.Add(subcommand);
            }
        }

        return subcommands;
    }

    private void Count(JsonObject at, int options, bool isFinal = true)
    {
        if (_optionCount + options > SpecificationLimits.Options)
        {
            throw Beyond(at, SpecificationLimits.Options, "options, arguments and references between options, with those of persistent options counted for each subcommand");
        }

        _optionCount += isFinal ? options : 0;
    }

    private static JsonException Beyond(JsonObject at, int limit, string things)
        => new($"the program has more than {limit} {things}", new JsonSpan(at.Span.Start, 1), isLimit: true);

    internal static EquatableArray<string> InOrder(List<string> names, Func<IReadOnlyList<string>, int> primary)
    {
        if (names.Count > 1 && primary(names) is > 0 and var first)
        {
            var name = names[first];
            names.RemoveAt(first);
            names.Insert(0, name);
        }

        return EquatableArray<string>.From(names);
    }

    private static EquatableArray<string> Union(EquatableArray<string> first, EquatableArray<string> second)
    {
        var names = new List<string>(first);
        foreach (var name in second)
        {
            if (!names.Contains(name) && names.Count < SpecificationLimits.Names)
            {
                names.Add(name);
            }
        }

        return EquatableArray<string>.From(names);
    }
}
