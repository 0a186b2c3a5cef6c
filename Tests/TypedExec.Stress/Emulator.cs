namespace TypedExec.Stress;

/// <summary>
/// QEMU's user mode. There, vfork(2) copies the process, so posix_spawn(3) returns before the program is executed and can't report that this
/// failed. A C program sees the same: <c>posix_spawn</c> of <c>/no/such</c> returns 0, and the child exits with 127.
/// </summary>
internal static class Emulator
{
    /// <summary>Whether this program runs under QEMU; <c>.ci/arm64</c> sets the variable.</summary>
    public static bool HidesStartFailures { get; } = Environment.GetEnvironmentVariable("TYPEDEXEC_EMULATED") == "1";
}
