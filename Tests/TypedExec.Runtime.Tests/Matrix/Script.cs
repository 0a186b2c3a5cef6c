namespace TypedExec.Tests.Matrix;

/// <summary>
/// The child of a scenario, for a POSIX shell. It and its descendants run until the directory <c>$D</c> is deleted, where they
/// record what isn't reported to the caller.
/// </summary>
internal static class Script
{
    public const string Ready = "up\n";
    public const string LastWord = "bye\n";
    public const string Long = "0123456789abc\n";
    public const int MaxBuffer = 12;

    // In braces, so that a shell whose sleep is killed along with it doesn't report that in the child's own output.
    private const string Wait = "while [ -e \"$D\" ]; do { sleep .05; } 2> /dev/null; done";

    public static string Of(Scenario scenario) => $"""
        echo $$ > "$D/child"
        {Prepare(scenario.Habit)}
        echo up; : > "$D/up"
        {Act(scenario.Cause)}
        """;

    private static string Prepare(Habit habit) => habit switch
    {
        Habit.IgnoresTerm => "trap '' TERM",
        Habit.SavesWhileEnding => """trap 'echo bye; sleep .2; : > "$D/saved"; exit 0' TERM""",
        Habit.LeavesHolder => $"""
            sh -c '{Wait}' &
            echo $! > "$D/descendant"
            """,
        Habit.LeavesStubborn => $"""
            sh -c 'trap "" TERM; : > "$D/stubborn"; {Wait}' < /dev/null > /dev/null 2>&1 &
            echo $! > "$D/descendant"
            until [ -e "$D/stubborn" ]; do sleep .02; done
            """,
        _ => "",
    };

    private static string Act(Cause cause) => cause switch
    {
        Cause.EndsWell or Cause.CancelledAfter => "exit 0",
        Cause.ExitCode => "exit 3",
        Cause.Signal => "kill -KILL $$",
        Cause.StdoutOverflow => $"echo 0123456789abc; {Wait}",
        Cause.StderrOverflow => $"echo 0123456789abc >&2; {Wait}",
        _ => Wait,
    };
}
