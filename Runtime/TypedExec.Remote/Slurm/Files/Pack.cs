namespace TypedExec.Remote.Slurm;

/// <summary>A group of commands that run in one task, with its progress.</summary>
/// <param name="number">The pack's number, which is the task's number in each job array.</param>
/// <param name="first">The index of its first command.</param>
/// <param name="end">The index after its last command.</param>
internal sealed class Pack(int number, int first, int end)
{
    public int Number => number;

    public int First { get; } = first;

    public int End => end;

    /// <summary>The first command without a result. The commands run one after another.</summary>
    public int Next { get; set; } = first;

    public bool IsFinished => Next == end;

    /// <summary>The job array that it's in, or null while it waits to be submitted.</summary>
    public Submission? Submission { get; set; }

    /// <summary>Whether it was running when the queue was last queried.</summary>
    public bool IsRunning { get; set; }

    /// <summary>How often it was submitted again because of an external failure.</summary>
    public int Retries { get; set; }

    /// <summary>How many times in a row the queue reported it as ended although some of its results are missing.</summary>
    public int TimesEnded { get; set; }

    /// <summary>Whether it was submitted by another process, which may have been ended at any moment.</summary>
    public bool IsTakenUp { get; set; }

    /// <summary>Whether the rest of it has to be submitted again.</summary>
    public bool IsLost => Submission is null && !IsFinished;

    /// <summary>The packs of a run.</summary>
    public static Pack[] Split(RunManifest manifest)
    {
        var size = manifest.CommandsPerTask;
        var packs = new Pack[(manifest.Count + size - 1) / size];
        for (var i = 0; i < packs.Length; i++)
        {
            packs[i] = new Pack(i, i * size, Math.Min(manifest.Count, (i + 1) * size));
        }

        return packs;
    }

    /// <summary>Removes it from its job array, so that it is submitted again.</summary>
    public void Release()
    {
        Submission = null;
        IsRunning = false;
        IsTakenUp = false;
        TimesEnded = 0;
    }
}
