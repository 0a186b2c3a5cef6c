using System.Globalization;
using TypedExec.Requests;

namespace TypedExec.Platform.Linux.Trampoline;

/// <summary>
/// Starts a child as another user or group: one of our programs is spawned with the child's descriptors, changes its own IDs and
/// becomes the child. No thread of this process ever has the IDs, because a process with the same IDs could trace or signal it.
/// </summary>
internal static class TrampolineSpawn
{
    /// <summary>How long the child may take from its spawn to its program, because that user can delay it on the way.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10);

    /// <summary>For setresuid(2): leave the ID unchanged.</summary>
    private const uint Unchanged = uint.MaxValue;

    /// <summary>The steps of trampoline.c.</summary>
    private enum Step
    {
        Groups = 1,
        Gid,
        Uid,
        Capabilities,
        Directory,
        Exec,
    }

    /// <summary>Starts the child and returns its process ID.</summary>
    /// <exception cref="SpawnFailureException">The child couldn't be started; nothing is left running.</exception>
    public static int Start(StartRequest request, UserIds ids, ChildDescriptors descriptors)
    {
        var candidates = ExecutableSearch.All(request);
        for (var attempt = 0; ; attempt++)
        {
            using var report = new StartReport(descriptors);
            var arguments = Arguments(request, ids, report, candidates);
            var pid = 0;
            if (!NativeProgram.Trampoline.TryStart(image => report.Spawn(request, arguments, image, out pid), out var errno))
            {
                return SetprivSpawn.Start(request, ids, descriptors);
            }

            if (errno != 0)
            {
                throw new SpawnFailureException(errno);
            }

            if (report.Read(pid, StartLimit) is not var (step, failure))
            {
                return pid;
            }

            if (failure != Errno.ETXTBSY || attempt == PosixSpawn.BusyDelays.Length)
            {
                throw Failure(request, ids, candidates, (Step)step, failure);
            }

            Thread.Sleep(PosixSpawn.BusyDelays[attempt]);
        }
    }

    /// <summary>Returns the argv that trampoline.c documents.</summary>
    private static string[] Arguments(StartRequest request, UserIds ids, StartReport report, IReadOnlyList<string> candidates)
        =>
        [
            NativeProgram.Trampoline.Name,
            Text(report.ReportNumber),
            Text(report.ImageNumber),
            Text(ids.Uid ?? Unchanged),
            Text(ids.Gid ?? Unchanged),
            request.Cwd ?? "",
            Text(candidates.Count),
            .. candidates,
            .. request.Argv,
        ];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static SpawnFailureException Failure(
        StartRequest request, UserIds ids, IReadOnlyList<string> candidates, Step step, int errno) => step switch
    {
        Step.Groups => new(errno, hint: "the parent's supplementary groups couldn't be dropped (options Uid and Gid)"),
        Step.Gid => new(errno, hint: $"the group ID {ids.Gid} (option Gid) couldn't be set"),
        Step.Uid => new(errno, hint: $"the user ID {ids.Uid} (option Uid) couldn't be set"),
        Step.Capabilities => new(errno, hint: "the parent's capabilities couldn't be dropped (options Uid and Gid)"),
        Step.Directory => PosixSpawn.CwdFailure(request.Cwd!, errno),
        _ => PosixSpawn.ProgramFailure(request, candidates, errno),
    };
}
