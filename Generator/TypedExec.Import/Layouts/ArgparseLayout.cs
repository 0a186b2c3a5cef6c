using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>
/// Programs that use Python's argparse: <c>usage: prog [-h] [-o FILE] src</c>, <c>positional arguments:</c>,
/// <c>-o FILE, --output FILE</c>, choices and subcommands as <c>{a,b}</c>. The output of optparse, used by pip, is similar.
/// </summary>
internal sealed partial class ArgparseLayout : Layout
{
    private static readonly SpellingRules Rules = new() { BareWords = true };

    public override string Name => "argparse";

    public override int Signs(HelpText text)
        => (text.Has(PositionalHeading()) ? 6 : 0) + (text.Has(ShowHelp()) ? 6 : 0);

    protected override HelpPage Read(HelpText text, IReadOnlyList<string> path)
    {
        var sections = Sections.Of(text);
        var usages = sections.Where(section => section.Heading == Sections.Usage).Take(1).SelectMany(section => UsageLines.Of(section.Lines, path)).ToList();
        var usage = Usage.Read(usages, Rules);
        var positional = sections.Where(section => section.IsNamed(ArgumentsHeading())).SelectMany(section => section.Lines).ToList();
        var commands = Subcommands(positional);
        var options = sections
            .Where(section => section.Heading != Sections.Usage && section.Heading.Length > 0 && !section.IsNamed(ArgumentsHeading()) && !section.IsNamed(Examples()))
            .Select(section => OptionList.Read(section.Lines, Rules))
            .Aggregate(OptionList.None, (all, list) => all.With(list))
            .WithMissing(usage.Options);
        var required = usage.Options.Where(option => option.IsRequired).SelectMany(option => option.Names).ToHashSet();
        return new HelpPage
        {
            Description = Description.Of(sections, path),
            Options = [.. options.Options.Select(option => option with { IsRequired = option.Names.Any(required.Contains) })],
            Unread = options.Unread,
            Arguments = commands.Count > 0 ? usage.ArgumentsBeside(commands) : ArgumentList.Describe(usage.Arguments, positional, Rules),
            Commands = commands,
        };
    }

    /// <summary>The commands below <c>{add,remove}</c>, with a larger indent, or below pip's <c>Commands:</c>.</summary>
    private static IReadOnlyList<HelpCommand> Subcommands(IReadOnlyList<HelpLine> positional)
    {
        var choices = positional.FirstOrDefault(line => Choices().IsMatch(line.Text));
        if (choices is null)
        {
            return [];
        }

        var listed = positional.SkipWhile(line => line != choices).Skip(1).TakeWhile(line => line.IsBlank || line.Indent > choices.Indent).ToList();
        var entries = CommandList.Read(listed, Rules);
        var names = Choices().Match(choices.Text).Groups["names"].Value.Split(',');
        return [.. names.Select(name => entries.FirstOrDefault(entry => entry.Name == name) ?? new HelpCommand([name], ""))];
    }

    [GeneratedRegex(@"^positional arguments:$")]
    private static partial Regex PositionalHeading();

    [GeneratedRegex(@"^-h, --help +show this help message and exit")]
    private static partial Regex ShowHelp();

    [GeneratedRegex(@"^(positional arguments|(sub)?commands|actions)$", RegexOptions.IgnoreCase)]
    private static partial Regex ArgumentsHeading();

    [GeneratedRegex(@"^examples?$", RegexOptions.IgnoreCase)]
    private static partial Regex Examples();

    [GeneratedRegex(@"^\{(?<names>[\w,.-]+)\}")]
    private static partial Regex Choices();
}
