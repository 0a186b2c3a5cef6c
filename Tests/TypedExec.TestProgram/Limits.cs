using System.Runtime.InteropServices;

namespace TypedExec.TestProgram;

/// <summary>The limits of the process, whose soft values can be set and restored.</summary>
internal static partial class Limits
{
    public const int Processes = 6;
    public const int Descriptors = 7;

    public static ulong Hard(int resource)
    {
        var limits = new ulong[2];
        _ = Get(resource, limits);
        return limits[1];
    }

    public static ulong Soft(int resource)
    {
        var limits = new ulong[2];
        _ = Get(resource, limits);
        return limits[0];
    }

    public static void SetSoft(int resource, ulong limit) => _ = Set(resource, [limit, Hard(resource)]);

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int Get(int resource, [Out] ulong[] limits);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int Set(int resource, ulong[] limits);
}
