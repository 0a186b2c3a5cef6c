using System.Runtime.Versioning;

namespace TypedExec.Platform.Windows;

/// <summary>A job object: a child and all its descendants, however they were started.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class Job : IDisposable
{
    private const int BasicAccounting = 1;
    private const int ExtendedLimits = 9;
    private const uint KillOnClose = 0x2000;

    private readonly nint _handle;

    private Job(nint handle, bool endsWithParent)
    {
        _handle = handle;
        EndsWithParent = endsWithParent;
    }

    /// <summary>Gets a value that indicates whether its processes end with this process.</summary>
    public bool EndsWithParent { get; }

    /// <summary>How many processes run in it.</summary>
    public uint ActiveProcesses
    {
        get
        {
            JobAccounting accounting;
            return Kernel32.QueryInformationJobObject(_handle, BasicAccounting, &accounting, (uint)sizeof(JobAccounting), null) == 0
                ? 0
                : accounting.ActiveProcesses;
        }
    }

    /// <summary>An empty one.</summary>
    /// <param name="killOnClose">Whether its processes end when the last handle is closed, which the end of this process does.</param>
    /// <exception cref="SpawnFailureException">The kernel refuses.</exception>
    public static Job Create(bool killOnClose)
    {
        var handle = Kernel32.CreateJobObject(null, null);
        if (handle == 0)
        {
            throw WindowsErrno.Failure(Kernel32.LastError, "CreateJobObject");
        }

        var job = new Job(handle, killOnClose);
        if (!job.Limit(killOnClose ? KillOnClose : 0))
        {
            var error = Kernel32.LastError;
            job.Dispose();
            throw WindowsErrno.Failure(error, "SetInformationJobObject");
        }

        return job;
    }

    /// <summary>Puts a process into it that has not begun to run.</summary>
    /// <exception cref="SpawnFailureException">The kernel refuses.</exception>
    public void Assign(nint process)
    {
        if (Kernel32.AssignProcessToJobObject(_handle, process) == 0)
        {
            throw WindowsErrno.Failure(Kernel32.LastError, "AssignProcessToJobObject");
        }
    }

    /// <summary>Ends all its processes; false when it cannot.</summary>
    public bool Terminate(uint exitCode) => Kernel32.TerminateJobObject(_handle, exitCode) != 0;

    /// <summary>Closes it and lets its processes go on.</summary>
    public void Dispose()
    {
        Limit(0);
        _ = Kernel32.CloseHandle(_handle);
    }

    private bool Limit(uint flags)
    {
        var limits = new JobLimits { Flags = flags };
        return Kernel32.SetInformationJobObject(_handle, ExtendedLimits, &limits, (uint)sizeof(JobLimits)) != 0;
    }
}
