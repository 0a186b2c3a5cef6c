using System.Collections.Immutable;

namespace TypedExec.Generator.Emit;

/// <summary>
/// Names the files: one per class, named after it. The compiler compares the names ignoring case, and C# doesn't, so classes that
/// differ only in case get a number after the name.
/// </summary>
internal static class FileNames
{
    private const int MaxLength = 140;

    public static string Create(CommandModel command, EquatableArray<string> ambiguous) => StemOf(command, ambiguous) + ".g.cs";

    /// <summary>Returns the name without <c>.g.cs</c>.</summary>
    public static string StemOf(CommandModel command, EquatableArray<string> ambiguous)
    {
        var number = 0;
        foreach (var name in ambiguous)
        {
            if (name == Identity(command))
            {
                return $"{Short(command.FullName)}.{number}";
            }

            number++;
        }

        return Short(command.FullName);
    }

    /// <summary>A class and a record may have the same name until the compiler's error is fixed.</summary>
    private static string Identity(CommandModel command)
        => command.Declarations.Count > 0 ? $"{command.TypeReference} {command.Declarations[command.Declarations.Count - 1]}" : command.TypeReference;

    /// <summary>
    /// Returns a name that file systems accept: for a long one, its end and a number that represents all of it.
    /// </summary>
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

    /// <summary>Returns the classes that share a file name with another class; usually empty.</summary>
    public static EquatableArray<string> Ambiguous(ImmutableArray<CommandModel> commands)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        List<string>? ambiguous = null;
        foreach (var command in commands)
        {
            if (!seen.Add(command.FullName))
            {
                (ambiguous ??= []).Add(Identity(command));
            }
        }

        return EquatableArray<string>.From(ambiguous);
    }
}
