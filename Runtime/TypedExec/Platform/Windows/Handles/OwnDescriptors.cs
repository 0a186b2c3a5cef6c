using System.Runtime.Versioning;

namespace TypedExec.Platform.Windows.Handles;

/// <summary>The descriptors that this process was started with: .NET itself knows none beyond the standard handles.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe class OwnDescriptors
{
    /// <summary>Returns the handle of a descriptor, or null.</summary>
    public static nint? Find(int descriptor)
    {
        // The table stays in memory as long as the process runs.
        StartupInfo info;
        Kernel32.GetStartupInfo(&info);
        return info.Reserved2 is not null
            && DescriptorTable.TryGetHandle(new ReadOnlySpan<byte>(info.Reserved2, info.Reserved2Size), descriptor, out var handle)
                ? handle
                : null;
    }
}
