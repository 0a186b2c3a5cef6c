using System.Collections.Immutable;

namespace TypedExec.Generator.Emit;

/// <summary>
/// A file per class, named after it. The compiler compares the names without regard to case, and C# does not: classes
/// that differ in case alone get a number behind the name.
/// </summary>
internal static class FileNames
{
    private const int MaxLength = 140;

    public static string Of(CommandModel command, EquatableArray<string> ambiguous) => StemOf(command, ambiguous) + ".g.cs";

    /// <summary>The name without <c>.g.cs</c>.</summary>
    public static string StemOf(CommandModel command, EquatableArray<string> ambiguous)
    {
        var number = 0;
        foreach (var name in ambiguous)
        {
            if (name == command.TypeReference)
            {
                return $"{Short(command.FullName)}.{number}";
            }

            number++;
        }

        return Short(command.FullName);
    }

    /// <summary>A name that file systems take: of a long one the end, and a number that stands for all of it.</summary>
    public static string Short(string name)
    {
        if (name.Length <= MaxLength)
        {
            return name;
        }

        var hash = 14695981039346656037;
        foreach (var character in name)
        {
            hash = unchecked((hash ^ character) * 1099511628211);
        }

        return $"{name.Substring(name.Length - MaxLength + 17).TrimStart('.')}.{hash:x16}";
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
