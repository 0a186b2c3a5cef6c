using TypedExec.Requests;
using TypedExec.Shells;

namespace TypedExec.Platform.Windows;

/// <summary>
/// The full path of a program: looked up on the PATH of the child's environment with the extensions of its PATHEXT, or
/// relative to the child's working directory when it has a directory of its own.
/// </summary>
/// <remarks>
/// Other than cmd.exe and libuv do, a bare name is never looked up in the working directory, where anybody may have put a
/// <c>git.exe</c>; <c>.\git</c> names it. For the same reason a relative entry of PATH is passed over.
/// </remarks>
internal static class WindowsProgramSearch
{
    private const string DefaultExtensions = ".COM;.EXE;.BAT;.CMD";

    /// <summary>What CreateProcess, or cmd.exe for the last two, can run; PATHEXT also has scripts of other hosts.</summary>
    private static readonly string[] s_runnable = [".COM", ".EXE", ".BAT", ".CMD"];

    /// <exception cref="SpawnFailureException">There is none.</exception>
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
            // A relative one would be searched in the working directory, as "." is.
            : WindowsPath.Entries(path).Where(WindowsPath.IsFull);

    /// <summary>A name with an extension is tried as it is first; one without never, as Windows would not run it.</summary>
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
