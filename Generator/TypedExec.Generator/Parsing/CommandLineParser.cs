using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>Parses the program and the subcommand's words: the fixed part of a class's command lines.</summary>
internal static class CommandLineParser
{
    private static readonly char[] WordSeparators = [' ', '\t'];

    /// <summary>
    /// Reads the attributes from the class outward to its [Command]. Returns null if one of them is missing or unusable, or a
    /// class on the way can't be generated.
    /// </summary>
    public static CommandLine? Parse(INamedTypeSymbol type)
    {
        if (KnownAttributes.Find(type, KnownAttributes.Command) is { } command)
        {
            return KnownAttributes.Text(command) is { } file && KnownAttributes.IsUsable(file)
                ? new CommandLine(file, [], 0, HasFork(command), ExitCodes(command))
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
        return new CommandLine(above.File, [.. above.Path, .. words], words.Length, false, ExitCodes(subcommand) is { Length: > 0 } own ? own : above.SuccessExitCodes);
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

    private static int[] ExitCodes(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "SuccessExitCodes", Value: { Kind: TypedConstantKind.Array, IsNull: false } })
            {
                return [.. argument.Value.Values.Select(static code => code.Value).OfType<int>()];
            }
        }

        return [];
    }
}

/// <summary>The fixed part of a command line, and its settings.</summary>
/// <param name="File">The program.</param>
/// <param name="Path">The subcommand's words, of all levels.</param>
/// <param name="OwnPath">How many of them are the class's own.</param>
/// <param name="Fork">True if the program supports Node's IPC.</param>
/// <param name="SuccessExitCodes">The exit codes that count as success; empty for 0 only.</param>
internal readonly record struct CommandLine(string File, string[] Path, int OwnPath, bool Fork, int[] SuccessExitCodes);
