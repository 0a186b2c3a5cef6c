using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace TypedExec.Import.Checking;

/// <summary>Reads the command line of a <c>[Run("…")]</c> template: the words of the subcommand, and the options.</summary>
internal static partial class TemplateReader
{
    public static Wrapper Read(string program, IReadOnlyList<string> path, string template, FileLinePositionSpan location)
    {
        var words = Word().Matches(template).Select(match => match.Value).ToList();
        var subcommand = words.TakeWhile(word => SubcommandWord().IsMatch(word)).ToList();
        var options = words
            .Skip(subcommand.Count)
            .TakeWhile(word => word != "--")
            .Select(word => Option().Match(word))
            .Where(match => match.Success)
            .Select(match => new WrappedOption(match.Groups["name"].Value, match.Groups["value"].Success ? OptionArity.Value : OptionArity.Unknown, location));
        return new Wrapper(program, [.. path, .. subcommand], location, [.. options]) { IsTemplate = true };
    }

    /// <summary>Splits into words, without the brackets and conditions of groups. Quoted text is one word.</summary>
    [GeneratedRegex(@"'[^']*'|""[^""]*""|[^\s\[\]'""]+")]
    private static partial Regex Word();

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex SubcommandWord();

    [GeneratedRegex(@"^(?<name>--?[A-Za-z0-9][\w-]*)(?<value>=.*)?$")]
    private static partial Regex Option();
}
