namespace TypedExec.Import.Running;

/// <summary>Finds the program before it is run, as behind <c>unshare</c> a missing one could not be told from a failing one.</summary>
internal static class ProgramSearch
{
    /// <summary>Makes sure that the program exists.</summary>
    /// <returns>The program to run: a name as it is, a path as a full one, since it is run in another directory.</returns>
    /// <exception cref="ProgramException">It does not exist.</exception>
    public static string Find(string program)
    {
        if (program.Contains(Path.DirectorySeparatorChar) || program.Contains(Path.AltDirectorySeparatorChar))
        {
            var path = Path.GetFullPath(program);
            return File.Exists(path) ? path : throw new ProgramException($"'{program}' does not exist");
        }

        var directories = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] extensions = OperatingSystem.IsWindows() ? ["", ".exe", ".cmd", ".bat"] : [""];
        return directories.Any(directory => extensions.Any(extension => File.Exists(Path.Combine(directory, program + extension))))
            ? program
            : throw new ProgramException($"'{program}' was not found; give its path, or put it on the PATH");
    }
}
