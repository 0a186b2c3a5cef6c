namespace TypedExec.Platform;

/// <summary>Why a child wasn't started, in the platform's terms. It becomes an <see cref="ExecException"/>.</summary>
/// <param name="errno">The positive errno.</param>
/// <param name="syscall">The call that failed, or null for the spawn itself.</param>
/// <param name="path">What it failed for, or null for the program itself.</param>
/// <param name="hint">More information for the user, which is appended to the message.</param>
internal sealed class SpawnFailureException(int errno, string? syscall = null, string? path = null, string? hint = null)
    : Exception($"{syscall ?? "spawn"}: {Platform.Errno.Name(errno)}")
{
    public int Errno { get; } = errno;

    public string? Syscall { get; } = syscall;

    public string? Path { get; } = path;

    public string? Hint { get; } = hint;
}
