using System.Runtime.Versioning;
using TypedExec.Requests;

namespace TypedExec.Platform.Windows;

/// <summary>One CreateProcess: the request's program, command line, environment, directory and handles.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe class ProcessCreation
{
    private const nuint HandleListAttribute = 0x20002;
    private const nuint PseudoConsoleAttribute = 0x20016;
    private const uint StartUseShowWindow = 0x1;
    private const uint StartUseStandardHandles = 0x100;
    private const uint Suspended = 0x4;
    private const uint DetachedProcess = 0x8;
    private const uint NewProcessGroup = 0x200;
    private const uint UnicodeEnvironment = 0x400;
    private const uint ExtendedStartupInfo = 0x80000;
    private const uint NoWindow = 0x8000000;
    private const ushort ShowDefault = 10;

    /// <summary>Wine answers so where the new process died before it began, as one in some thousands does there; it is tried again.</summary>
    private const int InternalError = 1359;

    /// <summary>With the NUL at its end.</summary>
    private const int LongestLine = 32767;
    private const int Attempts = 3;

    /// <summary>Starts a process that does not run yet, so that it can be put into jobs.</summary>
    /// <exception cref="SpawnFailureException">It could not be started.</exception>
    public static ProcessInformation StartSuspended(StartRequest request, ChildHandles handles)
    {
        var environment = new WindowsEnvironment(request.Environment);
        var program = WindowsProgramSearch.Find(request, environment);
        var line = WindowsCommandLine.Of(program, request, environment) + '\0';
        if (Shells.BatchFile.HasBatchName(program))
        {
            program = Path.Combine(Environment.SystemDirectory, "cmd.exe");
        }

        var cwd = request.Cwd is null ? null : Path.GetFullPath(request.Cwd);
        // Two that are the same are one in the list, which Windows wants.
        var inherited = handles.Handles.ToArray().Distinct().ToArray();
        var list = stackalloc byte[(int)AttributeListSize()];
        var size = AttributeListSize();
        Check(Kernel32.InitializeAttributeList(list, 1, 0, &size), "InitializeProcThreadAttributeList");
        try
        {
            fixed (nint* first = inherited)
            fixed (char* application = program, commandLine = line.ToCharArray(), block = environment.ToBlock(), directory = cwd)
            {
                // A child with a console of its own inherits no handles.
                Check(
                    handles.Console is { } console
                        ? Kernel32.UpdateAttribute(list, 0, PseudoConsoleAttribute, (void*)console.Handle, (nuint)sizeof(nint), null, null)
                        : Kernel32.UpdateAttribute(list, 0, HandleListAttribute, first, (nuint)(inherited.Length * sizeof(nint)), null, null),
                    "UpdateProcThreadAttribute");
                var inherits = handles.Console is null ? 1 : 0;
                var startup = Startup(request, handles, list);
                var flags = Flags(request);
                for (var attempt = 1; ; attempt++)
                {
                    ProcessInformation information;
                    if (Kernel32.CreateProcess(application, commandLine, 0, 0, inherits, flags, block, directory, &startup, &information) != 0)
                    {
                        return information;
                    }

                    if (Kernel32.LastError is var error && (error != InternalError || attempt == Attempts))
                    {
                        throw Failure(error, line.Length);
                    }
                }
            }
        }
        finally
        {
            Kernel32.DeleteAttributeList(list);
        }
    }

    private static StartupInfo Startup(StartRequest request, ChildHandles handles, void* attributes) => new()
    {
        Size = (uint)sizeof(StartupInfo),
        Flags = StartUseStandardHandles | StartUseShowWindow,
        // SW_HIDE is 0.
        ShowWindow = request.Options.WindowsHide ? (ushort)0 : ShowDefault,
        StandardInput = handles.Handles[0],
        StandardOutput = handles.Handles[1],
        StandardError = handles.Handles[2],
        AttributeList = attributes,
    };

    private static uint Flags(StartRequest request)
    {
        var flags = Suspended | UnicodeEnvironment | ExtendedStartupInfo;
        if (request.Terminal is not null)
        {
            return flags;
        }

        if (request.Detached)
        {
            return flags | DetachedProcess | NewProcessGroup;
        }

        // A console that is inherited must not be taken away.
        return request.Options.WindowsHide && request.Stdio.All(static entry => entry.Kind != StdioKind.Inherit) ? flags | NoWindow : flags;
    }

    private static nuint AttributeListSize()
    {
        nuint size = 0;
        _ = Kernel32.InitializeAttributeList(null, 1, 0, &size);
        return size;
    }

    private static void Check(int result, string call)
    {
        if (result == 0)
        {
            throw WindowsErrno.Failure(Kernel32.LastError, call);
        }
    }

    private static SpawnFailureException Failure(int error, int lineLength) => error switch
    {
        206 when lineLength > LongestLine => new SpawnFailureException(
            Errno.ENAMETOOLONG, hint: $"the command line is longer than the {LongestLine} characters that Windows takes"),
        206 => new SpawnFailureException(
            Errno.ENAMETOOLONG, hint: "the path of the program or of the working directory (option Cwd) is longer than Windows takes"),
        193 => new SpawnFailureException(Errno.ENOEXEC, hint: "it is no program for Windows"),
        740 => new SpawnFailureException(Errno.EACCES, hint: "it asks for the rights of an administrator"),
        _ => new SpawnFailureException(WindowsErrno.Of(error), hint: $"{WindowsErrno.Message(error)} (error {error} of Windows)"),
    };
}
