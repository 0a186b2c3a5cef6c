using System.Collections.Immutable;
using TypedExec.Generator.Model;

namespace TypedExec.Generator.Emit;

/// <summary>
/// A file per class, named after it. The compiler compares the names without regard to case, and C# does not: classes
/// that differ in case alone get a number behind the name.
/// </summary>
internal static class FileNames
{
    public static string Of(CommandModel command, EquatableArray<string> ambiguous)
    {
        var number = 0;
        foreach (var name in ambiguous)
        {
            if (name == command.TypeReference)
            {
                return $"{command.FullName}.{number}.g.cs";
            }

            number++;
        }

        return command.FullName + ".g.cs";
    }

    /// <summary>The classes whose file names another class has too; empty but in rare projects.</summary>
    public static EquatableArray<string> Ambiguous(ImmutableArray<CommandModel> commands, ImmutableArray<CommandModel> subcommands)
    {
        var seen = new Dictionary<string, string>(commands.Length + subcommands.Length, StringComparer.OrdinalIgnoreCase);
        List<string>? ambiguous = null;
        Find(commands, seen, ref ambiguous);
        Find(subcommands, seen, ref ambiguous);
        return EquatableArray<string>.From(ambiguous);
    }

    private static void Find(ImmutableArray<CommandModel> commands, Dictionary<string, string> seen, ref List<string>? ambiguous)
    {
        foreach (var command in commands)
        {
            if (seen.ContainsKey(command.FullName))
            {
                (ambiguous ??= []).Add(command.TypeReference);
            }
            else
            {
                seen.Add(command.FullName, command.TypeReference);
            }
        }
    }
}
