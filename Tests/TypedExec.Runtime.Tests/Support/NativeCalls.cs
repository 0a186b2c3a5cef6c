using System.Runtime.InteropServices;

namespace TypedExec.Tests.Support;

/// <summary>Native calls of the tests themselves.</summary>
internal static partial class NativeCalls
{
    public const int PR_GET_DUMPABLE = 3;

    [LibraryImport("libc", EntryPoint = "prctl")]
    public static partial int ProcessControl(int operation, nint argument2, nint argument3, nint argument4, nint argument5);

    [LibraryImport("libc", EntryPoint = "dup")]
    public static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);
}
