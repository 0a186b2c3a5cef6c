namespace TypedExec.Stress;

/// <summary>QEMU's user mode, which can't do two things that the runtime builds on. C programs meet the same limits.</summary>
/// <remarks>
/// vfork(2) copies the process, so posix_spawn(3) returns before the program is executed and can't report a failure: for <c>/no/such</c> it
/// returns 0, and the child exits with 127. And the kernel executes no program of the emulated processor (<c>ENOEXEC</c>), such as the
/// runtime's own that watches over a child with KillOnParentExit.
/// </remarks>
internal static class Emulator
{
    /// <summary>Gets whether this program runs under QEMU; <c>.ci/arm64</c> sets the variable.</summary>
    public static bool IsUsed { get; } = Environment.GetEnvironmentVariable("TYPEDEXEC_EMULATED") == "1";
}
