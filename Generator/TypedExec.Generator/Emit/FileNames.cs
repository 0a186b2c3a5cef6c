using System.Collections.Immutable;

namespace TypedExec.Generator.Emit;

/// <summary>
/// A file per class, named after it. The compiler compares the names without regard to case, and C# does not: classes
/// that differ in case alone get a number behind the name.
/// </summary>
internal static class FileNames
{
    public static string Of(CommandModel command, EquatableArray<string> ambiguous) => StemOf(command, ambiguous) + ".g.cs";

    /// <summary>The name without <c>.g.cs</c>.</summary>
    public static string StemOf(CommandModel command, EquatableArray<string> ambiguous)
    {
        var number = 0;
        foreach (var name in ambiguous)
        {
            if (name == command.TypeReference)
            {
                return $"{command.FullName}.{number}";
            }

            number++;
        }

        return command.FullName;
    }

    /// <summary>The classes whose file names another class has too; empty but in rare projects.</summary>
    public static EquatableArray<string> Ambiguous(ImmutableArray<CommandModel> commands)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        List<string>? ambiguous = null;
        foreach (var command in commands)
        {
            if (!seen.Add(command.FullName))
            {
                (ambiguous ??= []).Add(command.TypeReference);
            }
        }

        return EquatableArray<string>.From(ambiguous);
    }
}
