using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace TypedExec.Platform.Windows;

/// <summary>The calls of Windows that .NET has no method for.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class Kernel32
{
    private const string Library = "kernel32.dll";

    /// <summary>Gets the error of the last call.</summary>
    public static int LastError => Marshal.GetLastPInvokeError();

    [LibraryImport(Library, EntryPoint = "CreateProcessW", SetLastError = true)]
    public static partial int CreateProcess(
        char* applicationName, char* commandLine, nint processAttributes, nint threadAttributes, int inheritHandles,
        uint flags, char* environment, char* currentDirectory, StartupInfo* startupInfo, ProcessInformation* information);

    [LibraryImport(Library, EntryPoint = "InitializeProcThreadAttributeList", SetLastError = true)]
    public static partial int InitializeAttributeList(void* list, int count, uint flags, nuint* size);

    [LibraryImport(Library, EntryPoint = "UpdateProcThreadAttribute", SetLastError = true)]
    public static partial int UpdateAttribute(
        void* list, uint flags, nuint attribute, void* value, nuint size, void* previousValue, nuint* returnSize);

    [LibraryImport(Library, EntryPoint = "DeleteProcThreadAttributeList")]
    public static partial void DeleteAttributeList(void* list);

    [LibraryImport(Library, EntryPoint = "CreatePseudoConsole")]
    public static partial int CreatePseudoConsole(uint size, nint input, nint output, uint flags, nint* console);

    [LibraryImport(Library, EntryPoint = "ResizePseudoConsole")]
    public static partial int ResizePseudoConsole(nint console, uint size);

    [LibraryImport(Library, EntryPoint = "ClosePseudoConsole")]
    public static partial void ClosePseudoConsole(nint console);

    [LibraryImport(Library, EntryPoint = "ResumeThread", SetLastError = true)]
    public static partial uint ResumeThread(nint thread);

    [LibraryImport(Library, EntryPoint = "TerminateProcess", SetLastError = true)]
    public static partial int TerminateProcess(nint process, uint exitCode);

    [LibraryImport(Library, EntryPoint = "GetExitCodeProcess", SetLastError = true)]
    public static partial int GetExitCodeProcess(nint process, uint* exitCode);

    [LibraryImport(Library, EntryPoint = "WaitForSingleObject", SetLastError = true)]
    public static partial uint WaitForSingleObject(nint handle, uint milliseconds);

    [LibraryImport(Library, EntryPoint = "CreateFileW", SetLastError = true)]
    public static partial nint CreateFile(
        char* name, uint access, uint share, SecurityAttributes* security, uint disposition, uint flags, nint template);

    [LibraryImport(Library, EntryPoint = "CreatePipe", SetLastError = true)]
    public static partial int CreatePipe(nint* readEnd, nint* writeEnd, SecurityAttributes* security, uint size);

    [LibraryImport(Library, EntryPoint = "DuplicateHandle", SetLastError = true)]
    public static partial int DuplicateHandle(
        nint sourceProcess, nint source, nint targetProcess, nint* target, uint access, int inherit, uint options);

    [LibraryImport(Library, EntryPoint = "SetHandleInformation", SetLastError = true)]
    public static partial int SetHandleInformation(nint handle, uint mask, uint flags);

    [LibraryImport(Library, EntryPoint = "GetHandleInformation", SetLastError = true)]
    public static partial int GetHandleInformation(nint handle, uint* flags);

    [LibraryImport(Library, EntryPoint = "GetFileType", SetLastError = true)]
    public static partial uint GetFileType(nint handle);

    [LibraryImport(Library, EntryPoint = "PeekNamedPipe", SetLastError = true)]
    public static partial int PeekNamedPipe(SafePipeHandle pipe, void* buffer, uint size, uint* read, uint* available, uint* left);

    [LibraryImport(Library, EntryPoint = "GetStartupInfoW")]
    public static partial void GetStartupInfo(StartupInfo* info);

    [LibraryImport(Library, EntryPoint = "GetCurrentProcess")]
    public static partial nint GetCurrentProcess();

    [LibraryImport(Library, EntryPoint = "GetStdHandle", SetLastError = true)]
    public static partial nint GetStdHandle(int number);

    [LibraryImport(Library, EntryPoint = "CloseHandle", SetLastError = true)]
    public static partial int CloseHandle(nint handle);

    [LibraryImport(Library, EntryPoint = "CreateJobObjectW", SetLastError = true)]
    public static partial nint CreateJobObject(SecurityAttributes* security, char* name);

    [LibraryImport(Library, EntryPoint = "AssignProcessToJobObject", SetLastError = true)]
    public static partial int AssignProcessToJobObject(nint job, nint process);

    [LibraryImport(Library, EntryPoint = "TerminateJobObject", SetLastError = true)]
    public static partial int TerminateJobObject(nint job, uint exitCode);

    [LibraryImport(Library, EntryPoint = "SetInformationJobObject", SetLastError = true)]
    public static partial int SetInformationJobObject(nint job, int kind, void* information, uint size);

    [LibraryImport(Library, EntryPoint = "QueryInformationJobObject", SetLastError = true)]
    public static partial int QueryInformationJobObject(nint job, int kind, void* information, uint size, uint* returnSize);
}
