namespace TypedExec.Benchmarks.Runtime;

/// <summary>A workload that every rival runs, and this project's goals for its figures compared with theirs.</summary>
/// <param name="Id">Its name on the command line.</param>
/// <param name="Title">Its name in the table.</param>
/// <param name="Count">How much of it in a full run: children, MB, or thousands of lines.</param>
/// <param name="QuickCount">How much of it in a quick run.</param>
/// <param name="Goals">The goals, as in the issue that set them.</param>
internal sealed record Work(string Id, string Title, int Count, int QuickCount, string Goals)
{
    public static IReadOnlyList<Work> All { get; } =
    [
        new("sequential", "`/bin/true` captured, one after another", 1000, 300, "≤ 1.10 × C, ≤ 0.80 × CliWrap; ≤ 2 KB each"),
        new("sync", "the same, sync", 1000, 300, "≤ 1.05 × C"),
        new("at-once", "`sleep 1; echo x`, that many at once", 1000, 300, "≤ 1.10 × C; threads ≤ 2; RSS ≤ 0.5 × CliWrap"),
        new("at-once", "`sleep 1; echo x`, that many at once", 4000, 0, "≤ 1.10 × C; threads ≤ 2; RSS ≤ 0.5 × CliWrap"),
        new("threads", "`/bin/true` captured, from 8 threads", 1600, 400, "≤ 1.11 × C"),
        new("drop", "that many MB of stdout read and dropped", 2000, 500, "≤ 1.05 × C; CPU ≤ 0.6 × Process"),
        new("capture-string", "that many MB captured to a string", 200, 100, "≤ 0.6 × CliWrap; RSS ≤ 0.8 × CliWrap"),
        new("capture-bytes", "that many MB captured to bytes", 200, 100, "≤ 0.3 × CliWrap; RSS ≤ 0.35 × CliWrap"),
        new("lines", "that many thousand lines of 41 bytes, a string each", 3000, 1000, "≤ 0.7 × Process"),
        new("utf8-lines", "the same, without a string each", 3000, 1000, "≤ 0.35 × Process (its strings)"),
        new("pipeline", "that many MB through `head \\| cat \\| wc -c`", 2000, 500, "≤ 1.1 × C (`sh -c`), ≤ 0.4 × CliWrap; CPU ≤ 0.05 s"),
        new("exit-latency", "exit of the child to the continuation, median", 500, 200, "≤ 1.2 × C"),
    ];
}
