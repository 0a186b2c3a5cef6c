namespace TypedExec.Benchmarks.Runtime;

/// <summary>A workload that every rival runs.</summary>
/// <param name="Id">Its name on the command line.</param>
/// <param name="Title">Its name in the table; {0} is its size.</param>
/// <param name="Count">How much of it in a full run: children, MB, or thousands of lines.</param>
/// <param name="QuickCount">How much of it in a quick run, or 0 for none.</param>
internal sealed record Work(string Id, string Title, int Count, int QuickCount)
{
    /// <summary>Gets whether only variants of this project run it, to show what each layer costs.</summary>
    public bool IsOfVariants { get; init; }

    /// <summary>Gets whether the report does without it, because it takes long.</summary>
    public bool IsLong { get; init; }

    public static IReadOnlyList<Work> All { get; } =
    [
        new("sequential", "`/bin/true` captured, in sequence ({0})", 1000, 300),
        new("sync", "the same, synchronous ({0})", 1000, 300),
        new("threads", "`/bin/true` captured, from 8 threads ({0})", 1600, 400),
        new("guarded", "the same in sequence, killed if the parent exits ({0})", 500, 200),
        new("at-once", "`sleep 1; echo x`, all at once ({0})", 1000, 300),
        new("at-once", "`sleep 1; echo x`, all at once ({0})", 4000, 0) { IsLong = true },
        new("exit-latency", "from the exit of the child to the continuation, median of {0}", 500, 200),
        new("drop", "stdout read and discarded, {0} MB", 2000, 500),
        new("capture-string", "captured to a string, {0} MB", 200, 100),
        new("capture-bytes", "captured to bytes, {0} MB", 200, 100),
        new("lines", "{0} thousand lines of 41 bytes, as strings", 3000, 1000),
        new("utf8-lines", "the same {0} thousand lines, as bytes", 3000, 1000),
        new("pipeline", "{0} MB through `head \\| cat \\| wc -c`", 500, 250),
        new("layers", "`/bin/true` captured, in sequence ({0})", 1000, 300) { IsOfVariants = true },
    ];

    /// <summary>The title of a figure of this suite.</summary>
    public static string TitleOf(string id, double count)
        => All.First(work => work.Id == id).Title.Replace("{0}", $"{count:0}", StringComparison.Ordinal);
}
