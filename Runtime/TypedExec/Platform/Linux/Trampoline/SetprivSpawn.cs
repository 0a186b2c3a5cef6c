using TypedExec.Requests;

namespace TypedExec.Platform.Linux.Trampoline;

/// <summary>
/// Starts a child as another user or group with util-linux's <c>setpriv</c>, if none of our programs can be executed.
/// </summary>
/// <remarks>It doesn't report why a program can't be started, but writes to the child's stderr and exits, so a shell with the
/// same IDs looks first. It also still has capabilities when it looks for its program, so a shell finds the program
/// too.</remarks>
internal static class SetprivSpawn
{
    /// <summary>The exit codes of <see cref="CheckScript"/>. The directory is <c>$1</c>, the others are the candidates.</summary>
    private const int NoDirectory = 101, FileForDirectory = 102, ForbiddenDirectory = 103, NoProgram = 104, ForbiddenProgram = 105;

    private const string CheckScript =
        """
        if [ -n "$1" ]; then
            cd -- "$1" 2>/dev/null || { [ -d "$1" ] && exit 103; [ -e "$1" ] && exit 102; exit 101; }
        fi
        shift
        status=104
        for file; do
            if [ -x "$file" ] && [ ! -d "$file" ]; then exit 0; fi
            if [ -e "$file" ]; then status=105; fi
        done
        exit "$status"
        """;

    private const string ExecScript = """[ -z "$1" ] || cd -- "$1" || exit; shift; exec "$@" """;

    // Not looked up on a PATH, because this process may be root.
    private static readonly string[] Paths = ["/usr/bin/setpriv", "/bin/setpriv"];

    /// <summary>Starts the child and returns its process ID.</summary>
    /// <exception cref="SpawnFailureException">The child couldn't be started; nothing is left running.</exception>
    public static int Start(StartRequest request, UserIds ids, ChildDescriptors descriptors)
    {
        var setpriv = Paths.FirstOrDefault(File.Exists) ?? throw Refusal("and the program setpriv isn't installed");
        if (request.Argv[0] != request.File || request.File.StartsWith('-'))
        {
            throw Refusal("and setpriv, which starts the child instead, doesn't support the option Argv0");
        }

        var candidates = ExecutableSearch.All(request);
        switch (Check(setpriv, request, ids, candidates))
        {
            case 0:
                break;
            case NoDirectory:
                throw PosixSpawn.CwdFailure(request.Cwd!, Directory.Exists(request.Cwd) ? Errno.EACCES : Errno.ENOENT);
            case FileForDirectory:
                throw PosixSpawn.CwdFailure(request.Cwd!, Errno.ENOTDIR);
            case ForbiddenDirectory:
                throw PosixSpawn.CwdFailure(request.Cwd!, Errno.EACCES);
            case NoProgram:
                // A file that this process can see is in a directory that the child's user can't access.
                throw PosixSpawn.ProgramFailure(request, [], candidates.Any(File.Exists) ? Errno.EACCES : Errno.ENOENT);
            case ForbiddenProgram:
                throw PosixSpawn.ProgramFailure(request, [], Errno.EACCES);
            default:
                throw new SpawnFailureException(Errno.EPERM, hint: "setpriv couldn't set the IDs (options Uid and Gid)");
        }

        return Spawn(request, descriptors, Arguments(setpriv, request, ids, ExecScript, request.Argv));
    }

    private static string[] Arguments(
        string setpriv, StartRequest request, UserIds ids, string script, IReadOnlyList<string> arguments)
        => [setpriv, .. Options(ids), "--", "/bin/sh", "-c", script, "sh", request.Cwd ?? "", .. arguments];

    private static int Check(string setpriv, StartRequest request, UserIds ids, IReadOnlyList<string> candidates)
    {
        var argv = Arguments(setpriv, request, ids, CheckScript, candidates);
        var check = request with { Stdio = [Stdio.Ignore, Stdio.Ignore, Stdio.Ignore], Group = null, ForegroundOf = null, Detached = false };
        using var descriptors = ChildDescriptors.Open(check.Stdio);
        return new ExitWatch(Spawn(check, descriptors, argv), reapsAtRelease: false).WaitForExit().ExitCode ?? 0;
    }

    private static int Spawn(StartRequest request, ChildDescriptors descriptors, string[] arguments)
    {
        using var argv = CStringArray.From(arguments);
        using var envp = CStringArray.From(request.Environment.Entries);
        var errno = PosixSpawn.Start(request, descriptors.Sources, cwd: null, arguments[0], argv, envp, out var pid);
        return errno == 0 ? pid : throw new SpawnFailureException(errno, $"spawn {arguments[0]}", arguments[0]);
    }

    private static IEnumerable<string> Options(UserIds ids)
    {
        if (ids.Uid is { } uid)
        {
            yield return $"--reuid={uid}";
        }

        if (ids.Gid is { } gid)
        {
            yield return $"--regid={gid}";
        }

        yield return "--clear-groups";
        yield return "--inh-caps=-all";
        yield return "--ambient-caps=-all";
    }

    private static SpawnFailureException Refusal(string reason)
        => new(Errno.ENOSYS, hint: $"the options Uid and Gid aren't supported: this system doesn't execute programs from memory or the user's runtime directory, {reason}");
}
