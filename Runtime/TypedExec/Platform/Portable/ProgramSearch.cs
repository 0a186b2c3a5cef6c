using TypedExec.Requests;

namespace TypedExec.Platform.Portable;

/// <summary>
/// Finds the absolute path of a program, looked up on the PATH of the child's environment and relative to the child's working
/// directory. <see cref="System.Diagnostics.Process"/> would look in the parent's own directories first.
/// </summary>
internal static class ProgramSearch
{
    /// <exception cref="SpawnFailureException">There is no such executable program.</exception>
    public static string Find(StartRequest request)
    {
        var cwd = Path.GetFullPath(request.Cwd ?? ".");
        CheckDirectory(request.Cwd, cwd);
        var errno = Errno.ENOENT;
        // An empty entry of the PATH means the working directory.
        string[] directories = request.File.Contains('/', StringComparison.Ordinal) ? [""] : request.Environment.Path.Split(':');
        foreach (var directory in directories)
        {
            var candidate = Path.Combine(cwd, directory, request.File);
            switch (Refusal(candidate))
            {
                case 0:
                    return candidate;
                case Errno.EACCES:
                    errno = Errno.EACCES;
                    break;
                case var refusal when directories.Length == 1:
                    errno = refusal;
                    break;
            }
        }

        throw new SpawnFailureException(errno);
    }

    private static void CheckDirectory(string? option, string cwd)
    {
        if (option is not null && !Directory.Exists(cwd))
        {
            throw File.Exists(cwd)
                ? new SpawnFailureException(Errno.ENOTDIR, hint: $"the working directory '{option}' (option Cwd) is a file")
                : new SpawnFailureException(Errno.ENOENT, hint: $"the working directory '{option}' (option Cwd) doesn't exist");
        }
    }

    private static int Refusal(string path)
        => UnixCalls.Access(path, UnixCalls.X_OK) != 0 ? UnixCalls.LastErrno : Directory.Exists(path) ? Errno.EACCES : 0;
}
