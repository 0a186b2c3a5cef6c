namespace TypedExec.Shells;

/// <summary>
/// Looks for a program where cmd.exe will: it runs in the child's working directory and environment, not in those of this
/// process.
/// </summary>
/// <param name="directory">The child's working directory, a full path.</param>
/// <param name="variable">Returns a variable of the child's environment.</param>
/// <param name="exists">Returns whether a file exists.</param>
internal sealed class CmdSearch(string directory, Func<string, string?> variable, Func<string, bool> exists)
{
    private const string DefaultExtensions = ".COM;.EXE;.BAT;.CMD";

    /// <summary>
    /// Returns whether cmd.exe would run a batch file, judging by the program's name or by the file that is found first.
    /// </summary>
    public bool IsBatchFile(string program)
    {
        program = program.Replace("\"", "", StringComparison.Ordinal);
        if (BatchFile.HasBatchName(program))
        {
            return true;
        }

        var extensions = variable("PATHEXT") is { Length: > 0 } all ? all.Split(';', StringSplitOptions.RemoveEmptyEntries) : DefaultExtensions.Split(';');
        foreach (var candidate in Directories(program).Select(where => Combine(where, program)))
        {
            // A name that has an extension is tried unchanged first.
            if (program.LastIndexOf('.') > program.LastIndexOfAny(['\\', '/']) && exists(candidate))
            {
                return false;
            }

            if (Array.Find(extensions, extension => exists(candidate + extension)) is { } found)
            {
                return BatchFile.HasBatchName(found);
            }
        }

        return false;
    }

    private IEnumerable<string> Directories(string program)
    {
        if (program.AsSpan().ContainsAny('\\', '/', ':'))
        {
            return [directory];
        }

        var path = WindowsPath.Entries(variable("PATH") ?? "").Select(entry => Combine(directory, entry));
        // As NeedCurrentDirectoryForExePath defines it.
        return variable("NoDefaultCurrentDirectoryInExePath") is null ? path.Prepend(directory) : path;
    }

    private static string Combine(string where, string name)
    {
        if (WindowsPath.IsFull(name))
        {
            return name;
        }

        return name.StartsWith('\\') || name.StartsWith('/') ? where[..Math.Min(2, where.Length)] + name : where.TrimEnd('\\', '/') + '\\' + name;
    }
}
