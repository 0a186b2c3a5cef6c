using TypedExec.Platform.Linux;

namespace TypedExec.Platform;

/// <summary>The backend of this process.</summary>
internal static class Backend
{
    public static IProcessBackend Current { get; } = Choose();

    private static LinuxBackend Choose() => OperatingSystem.IsLinux()
        ? new LinuxBackend()
        : throw new PlatformNotSupportedException("TypedExec starts processes on Linux only so far.");
}
