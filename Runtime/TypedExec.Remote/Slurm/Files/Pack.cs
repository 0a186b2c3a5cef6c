namespace TypedExec.Remote.Slurm;

/// <summary>Commands that travel together in one task, and how far it is with them.</summary>
/// <param name="number">Its number, which is the task's in each job array.</param>
/// <param name="first">Its first command.</param>
/// <param name="end">The first command after it.</param>
internal sealed class Pack(int number, int first, int end)
{
    public int Number => number;

    public int First { get; } = first;

    public int End => end;

    /// <summary>The first command without a result; they run one after another.</summary>
    public int Next { get; set; } = first;

    public bool IsFinished => Next == end;

    /// <summary>The job array that it is in, or null while it waits to be submitted.</summary>
    public Submission? Submission { get; set; }

    /// <summary>Whether it ran when the queue was last asked.</summary>
    public bool IsRunning { get; set; }

    /// <summary>How often it was submitted again for a failure that was not its own.</summary>
    public int Retries { get; set; }

    /// <summary>How often in a row the queue said that it has ended, without all of its results being there.</summary>
    public int TimesEnded { get; set; }

    /// <summary>Whether it was submitted by another process, of which it is not known how it was ended.</summary>
    public bool IsTakenUp { get; set; }

    /// <summary>Whether the rest of it is to be submitted again.</summary>
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

    /// <summary>Takes it out of its job array, to be submitted again.</summary>
    public void Release()
    {
        Submission = null;
        IsRunning = false;
        IsTakenUp = false;
        TimesEnded = 0;
    }
}
