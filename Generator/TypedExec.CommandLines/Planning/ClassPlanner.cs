using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Declared;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Naming;

namespace TypedExec.CommandLines.Planning;

/// <summary>Combines a specification and the user's own code, which overrides what it declares.</summary>
internal sealed class ClassPlanner
{
    private static readonly CommandSpecification Nothing = new(default, null, null, SpecificationTraits.None, default, default, default);
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Plans the whole tree of a program's classes.</summary>
    public static PlannedClass Plan(SpecificationTarget command, CommandSpecification specification)
    {
        var root = new PlannedClass(command.Class.Name, command.Command.TypeReference, specification, command.Class, null, [])
        {
            IsStatic = command.Command.Has(CommandTraits.Static),
        };
        Fill(root, [], null);
        return root;
    }

    private static void Fill(PlannedClass target, IReadOnlyList<PlannedOption> persistent, SharedOptions? shared)
    {
        var (matched, unmatched) = MatchByPath(target);
        var free = new List<CommandSpecification>();
        foreach (var subcommand in target.Specification.Subcommands)
        {
            if (!matched.ContainsKey(subcommand.Name))
            {
                free.Add(subcommand);
            }
        }

        var options = target.IsStatic ? [] : OptionsOf(target, persistent);
        var arguments = target.IsStatic ? [] : ArgumentsOf(target);
        EquatableArray<GroupSpecification> groups = target.IsStatic ? default : target.Specification.Groups;
        var names = MemberNames.Assign(
            target.Name,
            [.. free.Select(static subcommand => subcommand.Name)],
            [.. options.Select(static option => option.Specification.Name), .. groups.Select(static group => group.Name)],
            [.. arguments.Select(static argument => argument.Name)],
            BarredFor(target, areExtensionsBarred: false),
            BarredFor(target, areExtensionsBarred: true));
        for (var i = 0; i < options.Count; i++)
        {
            target.Options.Add(options[i] with { Name = names.Options[i], Field = target.FieldOf(names.Options[i]) });
        }

        Inherit(target, shared);
        PlaceArguments(target, arguments, names.Arguments);
        AddGroups(target, groups, [.. names.Options.Skip(options.Count)], [target.Name, .. names.Subcommands, .. names.Options, .. names.Arguments]);
        OptionRelations.Find(target);

        var handedDown = PassedDown(target);
        var ofSubcommands = SharedOptions.Find(target, handedDown, shared);
        target.Shared = ofSubcommands?.Owner == target ? ofSubcommands : null;
        foreach (var subcommand in target.Specification.Subcommands)
        {
            var place = free.IndexOf(subcommand);
            var own = place < 0 ? matched[subcommand.Name] : ExtensionOf(target, names.Subcommands[place]);
            Add(target, own?.Name ?? names.Subcommands[place], subcommand, own, handedDown, ofSubcommands);
        }

        foreach (var own in unmatched)
        {
            Add(target, own.Name, Nothing with { Names = new([own.Path!]) }, own, handedDown, ofSubcommands);
        }
    }

    private static void Add(
        PlannedClass target,
        string name,
        CommandSpecification specification,
        UserClass? own,
        IReadOnlyList<PlannedOption> persistent,
        SharedOptions? shared)
    {
        var planned = new PlannedClass(
            name,
            target.TypeReference + "." + name,
            specification,
            own,
            target,
            (own?.Path ?? specification.Name).Split(Blanks, StringSplitOptions.RemoveEmptyEntries));
        target.Subcommands.Add(planned);
        Fill(planned, persistent, shared);
    }

    private static void Inherit(PlannedClass target, SharedOptions? shared)
    {
        if (shared is null || !shared.IsBaseOf(target))
        {
            return;
        }

        target.Base = shared;
        shared.Use();
        for (var i = 0; i < target.Options.Count; i++)
        {
            var option = target.Options[i];
            target.Options[i] = option with { IsInherited = shared.Has(option) };
        }
    }

    /// <summary>
    /// Returns the user's [Subcommand] classes by the subcommand that they represent, and those that represent none.
    /// </summary>
    private static (Dictionary<string, UserClass> Matched, List<UserClass> Unmatched) MatchByPath(PlannedClass target)
    {
        var matched = new Dictionary<string, UserClass>(StringComparer.Ordinal);
        var unmatched = new List<UserClass>();
        foreach (var nested in target.Declared?.Nested ?? default)
        {
            if (!nested.IsExtensible || nested.Path is null)
            {
                continue;
            }

            var subcommand = target.Specification.Subcommands.FirstOrDefault(subcommand => subcommand.Names.Contains(nested.Path));
            if (subcommand is null || matched.ContainsKey(subcommand.Name))
            {
                unmatched.Add(nested);
            }
            else
            {
                matched.Add(subcommand.Name, nested);
            }
        }

        return (matched, unmatched);
    }

    private static UserClass? ExtensionOf(PlannedClass target, string name)
        => (target.Declared?.Nested ?? default).FirstOrDefault(nested => nested.Name == name && IsExtension(nested));

    private static bool IsExtension(UserClass nested) => nested.IsExtensible && nested.Path is null;

    private static HashSet<string> BarredFor(PlannedClass target, bool areExtensionsBarred)
    {
        var barred = new HashSet<string>(StringComparer.Ordinal);
        if (target.Declared is { } own)
        {
            barred.UnionWith(own.Members);
            foreach (var nested in own.Nested)
            {
                if (areExtensionsBarred || !IsExtension(nested))
                {
                    barred.Add(nested.Name);
                }
            }
        }

        return barred;
    }

    /// <summary>Returns the class's options and those it takes over, without those that the user declares.</summary>
    private static List<PlannedOption> OptionsOf(PlannedClass target, IReadOnlyList<PlannedOption> persistent)
    {
        var declared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var own in target.Declared?.Options ?? default)
        {
            declared.Add(own.Name);
            declared.Add(own.Short ?? own.Name);
        }

        var options = new List<PlannedOption>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in target.Specification.Options)
        {
            taken.UnionWith(option.Names);
            if (!option.Names.Any(declared.Contains) && !IsMarkerWithValues(option))
            {
                options.Add(new PlannedOption(option, "", "", OptionShapes.Find(option)));
            }
        }

        foreach (var option in persistent)
        {
            if (!taken.Contains(option.Specification.Name) && !option.Specification.Names.Any(declared.Contains))
            {
                options.Add(option);
            }
        }

        return options;
    }

    private static IReadOnlyList<PlannedOption> PassedDown(PlannedClass target)
    {
        if (target.IsStatic)
        {
            return
            [
                .. target.Specification.Options
                    .Where(static option => option.Has(SpecificationTraits.Persistent) && !IsMarkerWithValues(option))
                    .Select(option => new PlannedOption(option, "", "", OptionShapes.Find(option), target)),
            ];
        }

        var persistent = new List<PlannedOption>();
        foreach (var option in target.Options)
        {
            if (option.Origin is not null)
            {
                persistent.Add(option with { IsInherited = false });
            }
            else if (option.Specification.Has(SpecificationTraits.Persistent))
            {
                persistent.Add(option with { Origin = target, OriginName = option.Name });
            }
        }

        return persistent;
    }

    private static void AddGroups(PlannedClass target, EquatableArray<GroupSpecification> groups, string[] names, HashSet<string> taken)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            var className = names[i] + "Group";
            while (target.Declares(className) || GeneratedNames.HaveClass(className) || !taken.Add(className))
            {
                className += "_";
            }

            var members = Nothing with { Names = new([groups[i].Name]), Options = groups[i].Options, Arguments = groups[i].Arguments };
            var planned = new PlannedClass(className, target.TypeReference + "." + className, members, null, null, []);
            Fill(planned, [], null);
            target.Groups.Add(new PlannedGroup(groups[i], names[i], target.FieldOf(names[i]), planned));
        }
    }

    /// <summary>
    /// Returns whether an option such as <c>--</c>, with what follows it, is the end of the command line rather than an option.
    /// </summary>
    private static bool IsMarkerWithValues(OptionSpecification option) => option.Name == "--" && option.Arguments.Count > 0;

    private static List<PlannedArgument> ArgumentsOf(PlannedClass target)
    {
        var arguments = new List<PlannedArgument>();
        var isBehindCommand = false;
        foreach (var argument in target.Specification.Arguments)
        {
            arguments.Add(new PlannedArgument(argument.Name, "", argument, null, null, isBehindCommand || argument.Has(ArgumentTraits.AllowLeadingDash)));
            isBehindCommand |= argument.Has(ArgumentTraits.Command);
        }

        foreach (var option in target.Specification.Options)
        {
            if (IsMarkerWithValues(option) && !(target.Declared?.Options ?? default).Any(own => own.Name == option.Name || own.Short == option.Name))
            {
                arguments.Add(new PlannedArgument("Rest", "", option.Arguments[0], null, option, true));
            }
        }

        return arguments;
    }

    /// <summary>
    /// Assigns the names of the arguments, and the positions of the user's own. What comes after a marker is last.
    /// </summary>
    private static void PlaceArguments(PlannedClass target, List<PlannedArgument> arguments, string[] names)
    {
        var own = (target.Declared?.Arguments ?? default).OrderBy(static argument => argument.Position).ToList();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Marker is not null)
            {
                continue;
            }

            var replacement = own.Find(argument => argument.Position == i);
            own.Remove(replacement!);
            target.Arguments.Add(replacement is null ? Named(i) : OfUser(replacement));
        }

        target.Arguments.AddRange(own.Select(OfUser));
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Marker is not null)
            {
                target.Arguments.Add(Named(i));
            }
        }

        PlannedArgument Named(int i) => arguments[i] with { Name = names[i], Field = target.FieldOf(names[i]) };

        static PlannedArgument OfUser(UserArgument argument) => new(argument.Property.Name, "", null, argument.Property, null, false);
    }
}
