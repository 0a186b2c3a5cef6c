using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedExec.Requests;

namespace TypedExec.Platform.Linux;

/// <summary>One posix_spawn(3): the request's program, arguments, environment, directory and descriptors.</summary>
internal static unsafe class PosixSpawn
{
    // glibc's structs have 336 and 80 bytes, musl's 336 and 80, sigset_t 128. None is known to be larger than this.
    private const int OpaqueSize = 1024;
    private const int SignalSetSize = 128;
    private const int SIGPIPE = (int)Signal.SIGPIPE;

    // glibc 2.34 and later. Without it, the close-on-exec flag that .NET sets on everything it opens must suffice.
    private static readonly bool HasCloseFrom =
        NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "posix_spawn_file_actions_addclosefrom_np", out _);

    /// <summary>glibc 2.35 and later: the child comes to the foreground before its program starts.</summary>
    public static readonly bool HasForegroundAction =
        NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "posix_spawn_file_actions_addtcsetpgrp_np", out _);

    /// <summary>How many milliseconds to wait before each new attempt to start a program that is being written.</summary>
    public static readonly int[] BusyDelays = [1, 2, 4, 8, 16, 32];

    /// <summary>Starts the child and returns its process ID.</summary>
    /// <exception cref="SpawnFailureException">The child couldn't be started.</exception>
    public static int Start(StartRequest request, ChildDescriptors descriptors)
    {
        using var argv = CStringArray.From(request.Argv);
        using var envp = CStringArray.From(request.Environment.Entries);
        var candidates = ExecutableSearch.Find(request, out var errno);
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            var result = StartWhenWritten(request, descriptors, candidate, argv, envp, out var pid);
            if (result == Errno.ENOEXEC)
            {
                // A script without "#!": execvp(3) passes it to the shell.
                using var script = CStringArray.From(["/bin/sh", candidate, .. request.Argv.Skip(1)]);
                result = Start(request, descriptors.Sources, request.Cwd, "/bin/sh", script, envp, out pid);
            }

            switch (result)
            {
                case 0:
                    return pid;
                case Errno.EACCES:
                    errno = Errno.EACCES;
                    break;
                case Errno.ENOENT or Errno.ENOTDIR:
                    errno = errno == Errno.EACCES ? errno : result;
                    break;
                default:
                    throw new SpawnFailureException(result);
            }
        }

        throw request.Cwd is not null && !Directory.Exists(request.Cwd)
            ? CwdFailure(request.Cwd, File.Exists(request.Cwd) ? Errno.ENOTDIR : Errno.ENOENT)
            : ProgramFailure(request, candidates, errno);
    }

    /// <summary>Returns the reason why none of the candidates could be executed.</summary>
    public static SpawnFailureException ProgramFailure(StartRequest request, IReadOnlyList<string> candidates, int errno)
        => new(errno, hint: errno == Errno.ENOENT ? MissingInterpreter(request, candidates) : null);

    /// <summary>
    /// Returns the reason why the child couldn't change to its directory, which it does before anything is executed.
    /// </summary>
    public static SpawnFailureException CwdFailure(string cwd, int errno) => new(errno, hint: errno switch
    {
        Errno.ENOENT => $"the working directory '{cwd}' (option Cwd) doesn't exist",
        Errno.ENOTDIR => $"the working directory '{cwd}' (option Cwd) is a file",
        Errno.EACCES => $"the child's user isn't allowed to enter the working directory '{cwd}' (option Cwd)",
        _ => $"the working directory '{cwd}' (option Cwd) couldn't be entered",
    });

    /// <summary>
    /// A program that is being written, or was by a child of another thread that hasn't reached its exec yet, is busy. It is
    /// retried for some 60 ms, as Go's tools and others do.
    /// </summary>
    private static int StartWhenWritten(
        StartRequest request, ChildDescriptors descriptors, string path, CStringArray argv, CStringArray envp, out int pid)
    {
        var result = Start(request, descriptors.Sources, request.Cwd, path, argv, envp, out pid);
        for (var i = 0; result == Errno.ETXTBSY && i < BusyDelays.Length; i++)
        {
            Thread.Sleep(BusyDelays[i]);
            result = Start(request, descriptors.Sources, request.Cwd, path, argv, envp, out pid);
        }

        return result;
    }

    /// <summary>Handles a program that exists and yet isn't found.</summary>
    private static string? MissingInterpreter(StartRequest request, IReadOnlyList<string> candidates)
        => candidates.FirstOrDefault(candidate => File.Exists(Path.Combine(request.Cwd ?? "", candidate))) is { } found
            ? $"'{found}' exists, but the interpreter that its first line or its format names doesn't"
            : null;

    /// <summary>Starts one program in the child's group and session, with its signals. Returns the errno or 0.</summary>
    /// <param name="request">The request.</param>
    /// <param name="sources">For each of the child's numbers, the descriptor that it becomes.</param>
    /// <param name="cwd">The directory to change to first, or null.</param>
    /// <param name="path">The program.</param>
    /// <param name="argv">Its arguments.</param>
    /// <param name="envp">Its environment.</param>
    /// <param name="pid">The child.</param>
    [SkipLocalsInit]
    public static int Start(
        StartRequest request, ReadOnlySpan<int> sources, string? cwd, string path, CStringArray argv, CStringArray envp, out int pid)
    {
        var attributes = stackalloc byte[OpaqueSize];
        var actions = stackalloc byte[OpaqueSize];
        using var name = new CString(path);
        using var directory = new CString(cwd ?? "");
        using var terminal = new CString(request.TerminalPath ?? "");
        Check(LibC.AttributesInit(attributes));
        Check(LibC.FileActionsInit(actions));
        try
        {
            SetAttributes(attributes, request);
            if (request.ForegroundOf is { } foreground && HasForegroundAction)
            {
                // Added first, because the descriptor may have one of the child's numbers.
                Check(LibC.FileActionsAddForeground(actions, foreground));
            }

            if (cwd is not null)
            {
                Check(LibC.FileActionsAddChdir(actions, directory.Pointer));
            }

            AddDescriptors(actions, sources, terminal.Pointer);
            int started;
            var result = LibC.PosixSpawn(&started, name.Pointer, actions, attributes, argv.Pointer, envp.Pointer);
            pid = result == 0 ? started : 0;
            return result;
        }
        finally
        {
            _ = LibC.FileActionsDestroy(actions);
            _ = LibC.AttributesDestroy(attributes);
        }
    }

    /// <summary>
    /// The child starts with an empty signal mask. Signals that the parent handles are reset to default by exec. Of those that it
    /// ignores, SIGPIPE was ignored by the .NET runtime and is reset to default, while one that was ignored when the parent
    /// started (nohup) stays ignored.
    /// </summary>
    [SkipLocalsInit]
    private static void SetAttributes(byte* attributes, StartRequest request)
    {
        var signals = stackalloc byte[SignalSetSize];
        _ = request.BlockSignals ? LibC.SignalSetFill(signals) : LibC.SignalSetEmpty(signals);
        Check(LibC.AttributesSetSignalMask(attributes, signals));
        _ = LibC.SignalSetEmpty(signals);
        _ = LibC.SignalSetAdd(signals, SIGPIPE);
        Check(LibC.AttributesSetSignalDefault(attributes, signals));
        var flags = Constants.POSIX_SPAWN_SETSIGMASK | Constants.POSIX_SPAWN_SETSIGDEF;
        if (request.Detached || request.Terminal is not null)
        {
            flags |= Constants.POSIX_SPAWN_SETSID;
        }
        else if (request.KillGroup || request.Group is not null)
        {
            Check(LibC.AttributesSetProcessGroup(attributes, request.Group ?? 0));
            flags |= Constants.POSIX_SPAWN_SETPGROUP;
        }

        Check(LibC.AttributesSetFlags(attributes, (short)flags));
    }

    private static void AddDescriptors(byte* actions, ReadOnlySpan<int> sources, byte* terminal)
    {
        for (var i = 0; i < sources.Length; i++)
        {
            if (sources[i] == ChildDescriptors.NullDevice)
            {
                fixed (byte* nullDevice = "/dev/null"u8)
                {
                    Check(LibC.FileActionsAddOpen(actions, i, nullDevice, Constants.O_RDWR, 0));
                }
            }
            else if (sources[i] == ChildDescriptors.TerminalDevice)
            {
                // The first terminal that the leader of a new session opens becomes its controlling terminal.
                Check(LibC.FileActionsAddOpen(actions, i, terminal, Constants.O_RDWR, 0));
            }
            else
            {
                Check(LibC.FileActionsAddDup2(actions, sources[i], i));
            }
        }

        if (HasCloseFrom)
        {
            Check(LibC.FileActionsAddCloseFrom(actions, Math.Max(sources.Length, 3)));
        }
    }

    private static void Check(int errno)
    {
        if (errno != 0)
        {
            throw new SpawnFailureException(errno);
        }
    }
}
