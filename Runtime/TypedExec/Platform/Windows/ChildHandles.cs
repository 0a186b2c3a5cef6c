using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using TypedExec.IO;
using TypedExec.Platform.Portable;
using TypedExec.Requests;

namespace TypedExec.Platform.Windows;

/// <summary>
/// The three standard handles of one child about to be started, which alone it inherits, and the ends of the pipes that the
/// parent keeps.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class ChildHandles : IDisposable
{
    private const int Count = 3;

    /// <summary>For the pipe on which a console draws.</summary>
    private const int ConsoleOutput = Count;

    private const uint GenericRead = 0x80000000;
    private const uint GenericWrite = 0x40000000;
    private const uint AppendData = 0x4;
    private const uint ReadAttributes = 0x80;
    private const uint WriteAttributes = 0x100;
    private const uint Synchronize = 0x100000;
    private const uint ShareAll = 0x7;
    private const uint Overlapped = 0x40000000;
    private const uint SameAccess = 0x2;

    /// <summary>MAX_PATH.</summary>
    private const int LongestPath = 260;

    private readonly nint[] _handles = new nint[Count];
    private readonly List<nint> _opened = [];

    private ChildHandles()
    {
    }

    public ReadOnlySpan<nint> Handles => _handles;

    public WritePipe? Input { get; private set; }

    public ReadPipe?[] Outputs { get; } = new ReadPipe?[Count];

    /// <summary>Gets the child's console, where it has one of its own; its output is that at 0.</summary>
    public PseudoConsole? Console { get; private set; }

    /// <exception cref="SpawnFailureException">Something could not be opened; nothing is left open.</exception>
    public static ChildHandles Open(IReadOnlyList<Stdio> stdio, TerminalSize? terminal)
    {
        var handles = new ChildHandles();
        try
        {
            if (terminal is { } size)
            {
                handles.OpenConsole(size);
                return handles;
            }

            for (var i = 0; i < Count; i++)
            {
                if (stdio[i].Kind != StdioKind.SameAs)
                {
                    handles._handles[i] = handles.Open(stdio[i], i);
                }
            }

            for (var i = 0; i < Count; i++)
            {
                if (stdio[i].Kind == StdioKind.SameAs)
                {
                    handles._handles[i] = handles._handles[stdio[i].Number];
                }
            }

            return handles;
        }
        catch
        {
            handles.CloseParentEnds();
            handles.Dispose();
            throw;
        }
    }

    /// <summary>Closes the parent's ends, for a child that could not be started.</summary>
    public void CloseParentEnds()
    {
        Input?.Close();
        foreach (var output in Outputs)
        {
            output?.Close();
        }
    }

    /// <summary>Closes the child's ends, which the child has by then.</summary>
    public void Dispose()
    {
        foreach (var handle in _opened)
        {
            _ = Kernel32.CloseHandle(handle);
        }

        _opened.Clear();
    }

    private nint Open(Stdio entry, int index) => entry.Kind switch
    {
        StdioKind.Ignore => OpenNull(index),
        StdioKind.Inherit => Inherit(index, index),
        StdioKind.Fd => Inherit(entry.Number, index),
        StdioKind.Handle => Duplicate((SafeHandle)entry.Target!),
        StdioKind.File => OpenFile(entry),
        _ => OpenPipe(index, entry.Kind == StdioKind.Overlapped),
    };

    /// <summary>
    /// A named pipe, as only those can be waited for without a thread; nobody else can open it, as it has one instance and
    /// an unknown name.
    /// </summary>
    private nint OpenPipe(int index, bool isOverlapped)
    {
        var name = $"typedexec-{Environment.ProcessId}-{Guid.NewGuid():N}";
        NamedPipeServerStream server;
        try
        {
            server = new NamedPipeServerStream(
                name, index == 0 ? PipeDirection.Out : PipeDirection.In, 1, PipeTransmissionMode.Byte,
                PipeOptions.Asynchronous | PipeOptions.FirstPipeInstance, 64 * 1024, 64 * 1024);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SpawnFailureException(Errno.EMFILE, "CreateNamedPipe", hint: exception.Message);
        }

        try
        {
            var access = index == 0 ? GenericRead | WriteAttributes : GenericWrite | ReadAttributes;
            var client = OpenPath($@"\\.\pipe\{name}", access, 0, FileMode.Open, isOverlapped ? Overlapped : 0);
            server.WaitForConnection();
            Keep(server, index);
            return client;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>The child is given no handles: it opens those of its console.</summary>
    private void OpenConsole(TerminalSize size)
    {
        var input = OpenPipe(0, isOverlapped: false);
        var output = OpenPipe(ConsoleOutput, isOverlapped: false);
        Array.Fill(_handles, -1);
        Console = PseudoConsole.Create(size, input, output);
        ((PseudoConsole.Output)Outputs[0]!).Console = Console;
    }

    private void Keep(NamedPipeServerStream server, int index)
    {
        if (index == 0)
        {
            Input = new StreamWritePipe(server);
        }
        else if (index == ConsoleOutput)
        {
            Outputs[0] = new PseudoConsole.Output(server);
        }
        else
        {
            Outputs[index] = new StreamReadPipe(server);
        }
    }

    private nint OpenNull(int index)
        => OpenPath("NUL", index == 0 ? GenericRead | WriteAttributes : GenericWrite | ReadAttributes, ShareAll, FileMode.Open);

    /// <summary>A file that is only appended to moves to its end at every write.</summary>
    private nint OpenFile(Stdio entry)
    {
        var access = entry.FileAccess switch
        {
            FileAccess.Read => GenericRead,
            FileAccess.ReadWrite => GenericRead | GenericWrite,
            _ when entry.FileMode == FileMode.Append => AppendData | ReadAttributes | Synchronize,
            _ => GenericWrite | ReadAttributes,
        };
        return OpenPath(Extended((string)entry.Target!), access, ShareAll, entry.FileMode);
    }

    /// <summary>A path that is too long for Windows's own limit of 260 characters, in the form that knows none, as .NET opens files.</summary>
    private static string Extended(string path)
    {
        var full = Path.GetFullPath(path);
        return full.Length < LongestPath || full.StartsWith(@"\\?\", StringComparison.Ordinal) || full.StartsWith(@"\\.\", StringComparison.Ordinal) ? full
            : full.StartsWith(@"\\", StringComparison.Ordinal) ? @"\\?\UNC\" + full[2..]
            : @"\\?\" + full;
    }

    private nint OpenPath(string path, uint access, uint share, FileMode mode, uint flags = 0)
    {
        var disposition = mode switch
        {
            FileMode.CreateNew => 1u,
            FileMode.Create => 2u,
            FileMode.Open => 3u,
            FileMode.Truncate => 5u,
            _ => 4u,
        };
        var security = new SecurityAttributes { Size = (uint)sizeof(SecurityAttributes), InheritHandle = 1 };
        fixed (char* name = path)
        {
            var handle = Kernel32.CreateFile(name, access, share, &security, disposition, flags, 0);
            if (handle == -1)
            {
                throw WindowsErrno.Failure(Kernel32.LastError, "open", path);
            }

            _opened.Add(handle);
            return handle;
        }
    }

    /// <summary>One of this process's own standard handles; the null device where it has none, as a program with windows.</summary>
    private nint Inherit(int number, int index)
    {
        // STD_INPUT_HANDLE is -10, STD_OUTPUT_HANDLE -11, STD_ERROR_HANDLE -12.
        var handle = Kernel32.GetStdHandle(-10 - number);
        return handle is 0 or -1 ? OpenNull(index) : Duplicate(handle);
    }

    private nint Duplicate(SafeHandle handle)
    {
        var isReferenced = false;
        try
        {
            handle.DangerousAddRef(ref isReferenced);
            return Duplicate(handle.DangerousGetHandle());
        }
        finally
        {
            if (isReferenced)
            {
                handle.DangerousRelease();
            }
        }
    }

    private nint Duplicate(nint handle)
    {
        nint copy;
        var own = Kernel32.GetCurrentProcess();
        if (Kernel32.DuplicateHandle(own, handle, own, &copy, 0, 1, SameAccess) == 0)
        {
            throw WindowsErrno.Failure(Kernel32.LastError, "DuplicateHandle");
        }

        _opened.Add(copy);
        return copy;
    }
}
