namespace TypedExec.Import.Running;

/// <summary>Finds the program before it's run, because with <c>unshare</c> a missing program looks like a failing one.</summary>
internal static class ProgramSearch
{
    /// <summary>Checks that the program exists.</summary>
    /// <returns>The program to run: a name unchanged, a path as a full path, because the working directory will be different.</returns>
    /// <exception cref="ProgramException">The program doesn't exist.</exception>
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
