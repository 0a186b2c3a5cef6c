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

    /// <summary>Gets the number of its processes.</summary>
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

    /// <summary>Creates an empty job.</summary>
    /// <param name="killOnClose">Whether its processes end when the last handle is closed, at the latest by the exit of this process.</param>
    /// <exception cref="SpawnFailureException">The system call fails.</exception>
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

    /// <summary>Adds a process that hasn't started to run.</summary>
    /// <exception cref="SpawnFailureException">The system call fails.</exception>
    public void Assign(nint process)
    {
        if (Kernel32.AssignProcessToJobObject(_handle, process) == 0)
        {
            throw WindowsErrno.Failure(Kernel32.LastError, "AssignProcessToJobObject");
        }
    }

    /// <summary>Ends all its processes. Returns false if that fails.</summary>
    public bool Terminate(uint exitCode) => Kernel32.TerminateJobObject(_handle, exitCode) != 0;

    /// <summary>Closes the job without ending its processes.</summary>
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
