using TypedExec.Requests;
using TypedExec.Shells;

namespace TypedExec.Platform.Windows;

/// <summary>
/// Finds the full path of a program: on the PATH of the child's environment with the extensions of its PATHEXT, or, if the
/// name contains a directory, relative to the child's working directory.
/// </summary>
/// <remarks>
/// Unlike cmd.exe and libuv, this never searches the working directory for a bare name, because anyone may have put a
/// <c>git.exe</c> there; use <c>.\git</c> instead. For the same reason, relative entries of PATH are skipped.
/// </remarks>
internal static class WindowsProgramSearch
{
    private const string DefaultExtensions = ".COM;.EXE;.BAT;.CMD";

    /// <summary>The extensions that CreateProcess or, for the last two, cmd.exe can run. PATHEXT also lists scripts of other hosts.</summary>
    private static readonly string[] s_runnable = [".COM", ".EXE", ".BAT", ".CMD"];

    /// <exception cref="SpawnFailureException">The program isn't found.</exception>
    public static string Find(StartRequest request, WindowsEnvironment environment)
    {
        var cwd = Path.GetFullPath(request.Cwd ?? ".");
        if (request.Cwd is not null && !Directory.Exists(cwd))
        {
            throw File.Exists(cwd)
                ? new SpawnFailureException(Errno.ENOTDIR, hint: $"the working directory '{request.Cwd}' (option Cwd) is a file")
                : new SpawnFailureException(Errno.ENOENT, hint: $"the working directory '{request.Cwd}' (option Cwd) does not exist");
        }

        return Find(request.File, cwd, environment) ?? throw new SpawnFailureException(Errno.ENOENT);
    }

    private static string? Find(string file, string cwd, WindowsEnvironment environment)
    {
        var names = Names(file, environment["PATHEXT"] is { Length: > 0 } extensions ? extensions : DefaultExtensions);
        foreach (var directory in Directories(file, environment["PATH"] ?? ""))
        {
            foreach (var name in names)
            {
                var candidate = Path.GetFullPath(Path.Combine(cwd, directory, name));
                if (File.Exists(candidate))
                {
                    return candidate;
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> Directories(string file, string path)
        => file.AsSpan().ContainsAny('\\', '/', ':')
            ? [""]
            // A relative entry would be searched for in the working directory, as "." is.
            : WindowsPath.Entries(path).Where(WindowsPath.IsFull);

    /// <summary>A name with an extension is tried unchanged first. One without is never tried, because Windows wouldn't run it.</summary>
    private static List<string> Names(string file, string extensions)
    {
        var names = new List<string>();
        if (Path.HasExtension(file))
        {
            names.Add(file);
        }

        foreach (var extension in extensions.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (s_runnable.Contains(extension, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(file + extension);
            }
        }

        return names;
    }
}
