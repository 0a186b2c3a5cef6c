using System.Runtime.Versioning;
using TypedExec.Platform.Windows.Handles;
using TypedExec.Requests;

namespace TypedExec.Platform.Windows;

/// <summary>One CreateProcess: the request's program, command line, environment, directory and handles.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe class ProcessCreation
{
    private const nuint HandleListAttribute = 0x20002;
    private const nuint PseudoConsoleAttribute = 0x20016;
    private const int MaxAttributes = 2;
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
        var inherited = Inherited(handles.Handles);
        // The three standard handles need no table, but a channel is found by its number alone.
        var table = handles.Handles.Length > 3 || request.IpcIndex is not null ? DescriptorTable.ToBytes(handles.Handles) : [];
        var list = stackalloc byte[(int)AttributeListSize()];
        var size = AttributeListSize();
        Check(Kernel32.InitializeAttributeList(list, MaxAttributes, 0, &size), "InitializeProcThreadAttributeList");
        try
        {
            fixed (nint* first = inherited)
            fixed (byte* descriptors = table)
            fixed (char* application = program, commandLine = line.ToCharArray(), block = environment.ToBlock(), directory = cwd)
            {
                if (handles.Console is { } console)
                {
                    Check(
                        Kernel32.UpdateAttribute(list, 0, PseudoConsoleAttribute, (void*)console.Handle, (nuint)sizeof(nint), null, null),
                        "UpdateProcThreadAttribute");
                }

                if (inherited.Length > 0)
                {
                    Check(
                        Kernel32.UpdateAttribute(list, 0, HandleListAttribute, first, (nuint)(inherited.Length * sizeof(nint)), null, null),
                        "UpdateProcThreadAttribute");
                }

                var startup = Startup(request, handles, list);
                startup.Reserved2 = descriptors;
                startup.Reserved2Size = (ushort)table.Length;
                var call = new Call(application, commandLine, Flags(request), block, directory, &startup);
                var error = call.Make(inherited, out var information);
                return error == 0 ? information : throw Failure(error, line.Length);
            }
        }
        finally
        {
            Kernel32.DeleteAttributeList(list);
        }
    }

    /// <summary>Each once, as Windows wants them in its list.</summary>
    private static nint[] Inherited(ReadOnlySpan<ChildHandle> handles)
    {
        var list = new List<nint>(handles.Length);
        foreach (var handle in handles)
        {
            if (handle.Value != -1)
            {
                list.Add(handle.Value);
            }
        }

        return [.. list];
    }

    private static StartupInfo Startup(StartRequest request, ChildHandles handles, void* attributes) => new()
    {
        Size = (uint)sizeof(StartupInfo),
        Flags = StartUseStandardHandles | StartUseShowWindow,
        // SW_HIDE is 0.
        ShowWindow = request.Options.WindowsHide ? (ushort)0 : ShowDefault,
        StandardInput = handles.Handles[0].Value,
        StandardOutput = handles.Handles[1].Value,
        StandardError = handles.Handles[2].Value,
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
        _ = Kernel32.InitializeAttributeList(null, MaxAttributes, 0, &size);
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
        193 => new SpawnFailureException(Errno.ENOEXEC, hint: "it isn't a Windows program"),
        740 => new SpawnFailureException(Errno.EACCES, hint: "it asks for the rights of an administrator"),
        _ => new SpawnFailureException(WindowsErrno.Of(error), hint: $"{WindowsErrno.Message(error)} (error {error} of Windows)"),
    };

    /// <summary>The arguments of CreateProcess.</summary>
    private readonly struct Call(char* application, char* line, uint flags, char* environment, char* directory, StartupInfo* startup)
    {
        private const uint Inherit = 0x1;

        private readonly char* _application = application;
        private readonly char* _line = line;
        private readonly uint _flags = flags;
        private readonly char* _environment = environment;
        private readonly char* _directory = directory;
        private readonly StartupInfo* _startup = startup;

        /// <summary>0, or the error.</summary>
        /// <param name="inherited">What the child inherits, and nothing else.</param>
        /// <param name="information">The process.</param>
        public int Make(nint[] inherited, out ProcessInformation information)
        {
            if (inherited.Length == 0)
            {
                return Make(inherits: 0, out information);
            }

            lock (ProcessStartLock.Gate)
            {
                Mark(inherited, Inherit);
                try
                {
                    return Make(inherits: 1, out information);
                }
                finally
                {
                    Mark(inherited, 0);
                }
            }
        }

        private int Make(int inherits, out ProcessInformation information)
        {
            for (var attempt = 1; ; attempt++)
            {
                ProcessInformation made;
                var isMade = Kernel32.CreateProcess(_application, _line, 0, 0, inherits, _flags, _environment, _directory, _startup, &made) != 0;
                information = made;
                if (isMade)
                {
                    return 0;
                }

                if (Kernel32.LastError is var error && (error != InternalError || attempt == Attempts))
                {
                    return error;
                }
            }
        }

        private static void Mark(nint[] handles, uint flag)
        {
            foreach (var handle in handles)
            {
                _ = Kernel32.SetHandleInformation(handle, Inherit, flag);
            }
        }
    }
}
