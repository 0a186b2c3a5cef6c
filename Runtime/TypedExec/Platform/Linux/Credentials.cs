using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace TypedExec.Platform.Linux;

/// <summary>
/// Runs a spawn with another user and group id. The raw system calls bind one thread alone (it is the wrappers of libc
/// that change all threads), and the child inherits the ids of the thread that spawns it.
/// </summary>
internal static class Credentials
{
    private static readonly Lock DumpableGate = new();

    // setgroups, setresgid, setresuid: x86-64 has numbers of its own, the newer architectures share theirs.
    private static readonly (int SetGroups, int SetResGid, int SetResUid)? Numbers = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => (116, 119, 117),
        Architecture.Arm64 or Architecture.RiscV64 or Architecture.LoongArch64 => (159, 149, 147),
        _ => null,
    };

    /// <summary>Runs <paramref name="spawn"/> on a thread of its own that has the ids, and ends that thread.</summary>
    /// <exception cref="SpawnFailureException">The ids may not be set, or the spawn failed.</exception>
    public static int Run(uint? uid, uint? gid, Func<int> spawn)
    {
        if (Numbers is not { } numbers)
        {
            throw new PlatformNotSupportedException(
                $"The options Uid and Gid are not supported on Linux {RuntimeInformation.ProcessArchitecture}.");
        }

        var pid = 0;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Set(numbers, uid, gid);
                pid = spawn();
            }
            catch (SpawnFailureException exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }, maxStackSize: 256 * 1024);
        thread.IsBackground = true;

        // Changing ids clears the dumpable flag of the whole process; overlapping runs must not save the cleared one.
        lock (DumpableGate)
        {
            var dumpable = LibC.ProcessControl(Constants.PR_GET_DUMPABLE, 0, 0, 0, 0);
            thread.Start();
            thread.Join();
            if (dumpable == 1)
            {
                _ = LibC.ProcessControl(Constants.PR_SET_DUMPABLE, 1, 0, 0, 0);
            }
        }

        failure?.Throw();
        return pid;
    }

    /// <summary>Groups first, then the group, then the user: after setting the user the privilege for the others is gone.</summary>
    private static void Set((int SetGroups, int SetResGid, int SetResUid) numbers, uint? uid, uint? gid)
    {
        // As libuv does, and like libuv without failing where the privilege is missing: setresgid and setresuid tell.
        _ = LibC.SystemCall(numbers.SetGroups, 0, 0, 0, 0);
        if (gid is { } group && LibC.SystemCall(numbers.SetResGid, Id(group), Id(group), Id(group), 0) != 0)
        {
            throw new SpawnFailureException(LibC.LastErrno, hint: $"the group id {group} (option Gid) could not be set");
        }

        if (uid is { } user && LibC.SystemCall(numbers.SetResUid, Id(user), Id(user), Id(user), 0) != 0)
        {
            throw new SpawnFailureException(LibC.LastErrno, hint: $"the user id {user} (option Uid) could not be set");
        }
    }

    private static nint Id(uint id) => (nint)(nuint)id;
}
