namespace TypedExec.Stress;

/// <summary>The instructions of a shell, and what it must be observed to do.</summary>
/// <param name="Text">The script.</param>
/// <param name="Stdout">How many lines of <see cref="Sequence"/> it writes to stdout.</param>
/// <param name="Stderr">How many it writes to stderr.</param>
/// <param name="Status">Its exit status if it isn't stopped.</param>
internal sealed record ChildScript(string Text, int Stdout, int Stderr, ExitStatus Status)
{
    /// <summary>Gets or sets whether it stops itself, and continues only when it gets SIGCONT.</summary>
    public bool StopsItself { get; init; }

    /// <summary>Gets or sets whether a descendant writes after the child has exited.</summary>
    public bool WritesLate { get; init; }

    /// <summary>Gets or sets whether it ignores SIGTERM, SIGINT and SIGHUP.</summary>
    public bool IsStubborn { get; init; }

    public string[] Arguments => ["-c", Text];

    public static ChildScript Next(Trial trial)
    {
        var script = Next(trial.Random);
        trial.Note(script.Text);
        return script;
    }

    /// <summary>Returns one that runs for a while, so that something can be done to it.</summary>
    public static ChildScript NextLong(Trial trial)
    {
        var random = trial.Random;
        var lines = Sequence.NextCount(random);
        var code = random.Next(256);
        var script = random.Next(6) switch
        {
            0 => new ChildScript($"seq 1 {lines}; sleep 0.3; exit {code}", lines, 0, Exit(code)),
            1 => new ChildScript($"trap '' TERM INT HUP; seq 1 {lines}; sleep 0.3; exit {code}", lines, 0, Exit(code)) { IsStubborn = true },
            2 => new ChildScript($"kill -STOP $$; seq 1 {lines}; exit {code}", lines, 0, Exit(code)) { StopsItself = true },
            3 => new ChildScript($"sleep 0.3 & sleep 0.2 & seq 1 {lines}; wait; exit {code}", lines, 0, Exit(code)),
            4 => new ChildScript($"exec >&- 2>&-; sleep 0.2; exit {code}", 0, 0, Exit(code)),
            _ => new ChildScript($"seq 1 {lines} & (seq 1 {lines / 2} >&2; sleep 0.2) & wait; exit {code}", lines, lines / 2, Exit(code)),
        };
        trial.Note(script.Text);
        return script;
    }

    private static ChildScript Next(Random random)
    {
        var lines = Sequence.NextCount(random);
        var errors = Sequence.NextCount(random);
        var code = random.Next(256);
        switch (random.Next(9))
        {
            case 0:
                return new($"exit {code}", 0, 0, Exit(code));
            case 1:
                return new($"seq 1 {lines}; seq 1 {errors} >&2; exit {code}", lines, errors, Exit(code));
            case 2:
                return new($"seq 1 {lines} & seq 1 {errors} >&2 & wait; exit {code}", lines, errors, Exit(code));
            case 3:
                var signal = (Signal[])[Signal.SIGTERM, Signal.SIGKILL, Signal.SIGSEGV, Signal.SIGUSR1, Signal.SIGPIPE];
                var one = signal[random.Next(signal.Length)];
                return new($"seq 1 {lines}; ulimit -c 0; kill -{(int)one} $$", lines, 0, new ExitStatus(null, one));
            case 4:
                return new($"seq 1 {lines}; kill -STOP $$; seq 1 {errors} >&2; exit {code}", lines, errors, Exit(code)) { StopsItself = true };
            case 5:
                return new($"exec >&- 2>&-; sleep 0.0{random.Next(1, 10)}; exit {code}", 0, 0, Exit(code));
            case 6:
                return new($"(sleep 0.0{random.Next(1, 10)}; seq 1 {lines % 20_000}) & exit {code}", lines % 20_000, 0, Exit(code)) { WritesLate = true };
            case 7:
                return new($"trap '' TERM INT HUP; seq 1 {lines}; exit {code}", lines, 0, Exit(code)) { IsStubborn = true };
            default:
                // A line of the sequence at a time, as slow writers do.
                var few = random.Next(1, 60);
                return new($"i=1; while [ $i -le {few} ]; do echo $i; i=$((i+1)); done; exit {code}", few, 0, Exit(code));
        }
    }

    private static ExitStatus Exit(int code) => new(code, null);
}
