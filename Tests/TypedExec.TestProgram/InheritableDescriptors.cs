using System.Runtime.InteropServices;

namespace TypedExec.TestProgram;

/// <summary>The descriptors of the C runtime of Windows, beyond the three standard ones, that every child of this process would inherit.</summary>
internal static unsafe partial class InheritableDescriptors
{
    private const uint Inherit = 1;

    public static int Count()
    {
        var count = 0;
        for (var descriptor = 3; descriptor < 20; descriptor++)
        {
            uint flags;
            var handle = Handle(descriptor);
            count += handle is not (0 or -1 or -2) && GetHandleInformation(handle, &flags) != 0 && (flags & Inherit) != 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>That of a descriptor, as the table in STARTUPINFO.lpReserved2 has it.</summary>
    private static nint Handle(int descriptor)
    {
        var info = stackalloc byte[104];
        GetStartupInfo(info);
        var table = *(byte**)(info + 72);
        return table is not null && descriptor < *(int*)table ? *(nint*)(table + sizeof(int) + *(int*)table + descriptor * sizeof(nint)) : -1;
    }

    [LibraryImport("kernel32.dll", EntryPoint = "GetStartupInfoW")]
    private static partial void GetStartupInfo(byte* info);

    [LibraryImport("kernel32.dll", EntryPoint = "GetHandleInformation")]
    private static partial int GetHandleInformation(nint handle, uint* flags);
}
