using TypedExec.Requests;

namespace TypedExec.Platform.Linux;

/// <summary>
/// Determines the paths that execvp(3) would try for a program, in order, on the PATH of the child's environment and relative to
/// the child's working directory, as in libuv. Files that can't be executed are skipped without a spawn.
/// </summary>
internal static unsafe class ExecutableSearch
{
    /// <summary>Returns the candidates and, in <paramref name="errno"/>, the error that execvp reports if none of them can be
    /// started.</summary>
    public static IReadOnlyList<string> Find(StartRequest request, out int errno)
    {
        errno = Errno.ENOENT;
        if (request.File.Contains('/', StringComparison.Ordinal))
        {
            return [request.File];
        }

        var candidates = new List<string>(1);
        foreach (var candidate in All(request))
        {
            var refusal = Access(Resolve(candidate, request.Cwd));
            switch (refusal)
            {
                case Errno.EACCES:
                    errno = Errno.EACCES;
                    break;
                case Errno.ENOENT or Errno.ENOTDIR:
                    break;
                default:
                    // Other failures to look, such as a sandbox without faccessat2, say nothing about the program.
                    candidates.Add(candidate);
                    break;
            }
        }

        return candidates;
    }

    /// <summary>Returns all paths that execvp would try, whether or not this process may execute them.</summary>
    public static IReadOnlyList<string> All(StartRequest request)
        => request.File.Contains('/', StringComparison.Ordinal)
            ? [request.File]
            // An empty entry means the working directory.
            : [.. request.Environment.Path.Split(':').Select(directory => directory.Length == 0 ? "./" + request.File : $"{directory}/{request.File}")];

    private static string Resolve(string candidate, string? cwd)
        => cwd is null || candidate.StartsWith('/') ? candidate : Path.Combine(cwd, candidate);

    private static int Access(string path)
    {
        using var name = new CString(path);
        return LibC.FileAccessAt(Constants.AT_FDCWD, name.Pointer, Constants.X_OK, Constants.AT_EACCESS) == 0 ? 0 : LibC.LastErrno;
    }
}
