using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>Layouts whose pages consist of sections of one kind each, and in which <c>&lt;a|b&gt;</c> lists the values of an option.</summary>
internal abstract class SectionedLayout : Layout
{
    private static readonly SpellingRules Rules = new() { AlternativesAreValues = true };

    protected override HelpPage Read(HelpText text, IReadOnlyList<string> path)
    {
        var sections = Sections.Of(text);
        var usage = Usage.Read(sections.Where(section => section.Heading == Sections.Usage).SelectMany(section => UsageLines.Of(section.Lines, path)), Rules);
        var commands = sections.Where(HasCommands).SelectMany(section => CommandList.Read(section.Lines, Rules)).ToList();
        var arguments = ArgumentList.Describe(usage.ArgumentsBeside(commands), sections.Where(HasArguments).SelectMany(section => section.Lines), Rules);
        var options = sections.Where(HasOptions)
            .Select(section => OptionList.Read(section.Lines, Rules))
            .Aggregate(OptionList.None, (all, list) => all.With(list));
        return new HelpPage
        {
            Description = Description.Of(sections, path),
            Options = options.Options,
            Unread = options.Unread,
            Arguments = [.. arguments.Where(IsArgument)],
            Rest = usage.Rest,
            Commands = commands,
        };
    }

    protected abstract bool HasCommands(Section section);

    protected abstract bool HasArguments(Section section);

    protected abstract bool HasOptions(Section section);

    /// <summary>Whether an argument in the usage is a real one rather than a placeholder such as <c>[options]</c>.</summary>
    protected virtual bool IsArgument(HelpValue argument) => true;
}
