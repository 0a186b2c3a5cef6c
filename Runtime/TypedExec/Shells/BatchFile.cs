namespace TypedExec.Shells;

/// <summary>Tells whether cmd.exe would run a batch file, whose arguments it reads a second time.</summary>
internal static class BatchFile
{
    /// <summary>Whether the program is a batch file, by its name or, on Windows, by what is found on the PATH.</summary>
    public static bool IsBatchFile(string program) => HasBatchName(program) || (OperatingSystem.IsWindows() && IsFoundAsBatch(program));

    /// <summary>
    /// Windows ignores spaces and dots at the end of a file name, so <c>x.bat. .</c> is <c>x.bat</c> (CVE-2024-43402).
    /// </summary>
    public static bool HasBatchName(string program)
    {
        var name = program.AsSpan().TrimEnd(" .\"");
        return name.EndsWith(".bat", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>As cmd.exe searches: the working directory, then the PATH, in each with the extensions of PATHEXT in their order.</summary>
    private static bool IsFoundAsBatch(string program)
    {
        var extensions = (Environment.GetEnvironmentVariable("PATHEXT") ?? ".COM;.EXE;.BAT;.CMD").Split(';');
        string[] directories = program.AsSpan().ContainsAny('\\', '/', ':')
            ? [""]
            : [".", .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(';')];
        foreach (var directory in directories)
        {
            if (Path.HasExtension(program) && File.Exists(Path.Combine(directory, program)))
            {
                return false;
            }

            foreach (var extension in extensions)
            {
                if (File.Exists(Path.Combine(directory, program + extension)))
                {
                    return HasBatchName(extension);
                }
            }
        }

        return false;
    }
}
