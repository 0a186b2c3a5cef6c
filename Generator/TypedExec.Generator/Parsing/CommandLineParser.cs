using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>The program and the subcommand's words: the fixed part of a class's command lines.</summary>
internal static class CommandLineParser
{
    private static readonly char[] WordSeparators = [' ', '\t'];

    /// <summary>
    /// Reads the attributes from the class outwards to its [Command]. Null when one of them is missing or unusable, or a
    /// class on the way cannot be generated.
    /// </summary>
    public static CommandLine? Parse(INamedTypeSymbol type)
    {
        if (KnownAttributes.Find(type, KnownAttributes.Command) is { } command)
        {
            return KnownAttributes.Text(command) is { } file && KnownAttributes.IsUsable(file)
                ? new CommandLine(file, [], 0, HasFork(command))
                : null;
        }

        if (KnownAttributes.Find(type, KnownAttributes.Subcommand) is not { } subcommand
            || KnownAttributes.Text(subcommand) is not { } path
            || !KnownAttributes.IsUsable(path)
            || type.ContainingType is not { } outer
            || !CommandClass.IsSound(outer)
            || Parse(outer) is not { } above)
        {
            return null;
        }

        var words = path.Split(WordSeparators, StringSplitOptions.RemoveEmptyEntries);
        return new CommandLine(above.File, [.. above.Path, .. words], words.Length, false);
    }

    private static bool HasFork(AttributeData command)
    {
        foreach (var argument in command.NamedArguments)
        {
            if (argument is { Key: "Fork", Value.Value: true })
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The fixed part of a command line.</summary>
/// <param name="File">The program.</param>
/// <param name="Path">The subcommand's words, of all levels.</param>
/// <param name="OwnPath">How many of them are the class's own.</param>
/// <param name="Fork">Whether the program speaks Node's IPC.</param>
internal readonly record struct CommandLine(string File, string[] Path, int OwnPath, bool Fork);
