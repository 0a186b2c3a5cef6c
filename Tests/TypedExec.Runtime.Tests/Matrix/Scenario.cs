namespace TypedExec.Tests.Matrix;

/// <summary>Why a run is over.</summary>
public enum Cause
{
    EndsWell,
    ExitCode,
    Signal,
    FirstStageCannotStart,
    LastStageCannotStart,
    Timeout,
    StdoutOverflow,
    StderrOverflow,
    CancelledBefore,
    CancelledDuring,
    CancelledAfter,
}

/// <summary>What the child does when it is asked to exit.</summary>
public enum Habit
{
    Obeys,
    IgnoresTerm,

    /// <summary>It prints a last word, and saves something some time later.</summary>
    SavesWhileEnding,

    /// <summary>It leaves a descendant that holds its stdout and stderr open, and obeys signals.</summary>
    LeavesHolder,

    /// <summary>It leaves a descendant that holds nothing open, and ignores SIGTERM.</summary>
    LeavesStubborn,
}

/// <summary>One row of the table.</summary>
/// <param name="Cause">Why the run is over.</param>
/// <param name="Habit">What the child does then.</param>
/// <param name="KillGroup">The option <c>KillDescendants</c>.</param>
public sealed record Scenario(Cause Cause, Habit Habit, bool KillGroup)
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. Rows([Cause.Timeout, Cause.StdoutOverflow, Cause.StderrOverflow, Cause.CancelledDuring], Enum.GetValues<Habit>()),
        .. Rows([Cause.EndsWell, Cause.ExitCode, Cause.Signal, Cause.CancelledAfter], [Habit.Obeys, Habit.LeavesHolder, Habit.LeavesStubborn]),
        .. Rows([Cause.FirstStageCannotStart, Cause.LastStageCannotStart, Cause.CancelledBefore], [Habit.Obeys]),
        // The stage that was started has to be stopped.
        .. Rows([Cause.FirstStageCannotStart], [Habit.IgnoresTerm]),
    ];

    /// <summary>Gets whether it can happen on this platform. On Windows, a signal ends a child without asking it.</summary>
    public bool IsPossible => !OperatingSystem.IsWindows()
        || (Cause != Cause.Signal && Habit is not (Habit.IgnoresTerm or Habit.SavesWhileEnding));

    /// <summary>Gets whether TypedExec stops the child.</summary>
    public bool IsStop => Cause is Cause.Timeout or Cause.StdoutOverflow or Cause.StderrOverflow or Cause.CancelledDuring;

    public bool IsStartFailure => Cause is Cause.FirstStageCannotStart or Cause.LastStageCannotStart;

    public bool IsCancellation => Cause is Cause.CancelledBefore or Cause.CancelledDuring or Cause.CancelledAfter;

    public bool LeavesDescendant => Habit is Habit.LeavesHolder or Habit.LeavesStubborn;

    public bool Overflows => Cause is Cause.StdoutOverflow or Cause.StderrOverflow;

    private static IEnumerable<Scenario> Rows(Cause[] causes, Habit[] habits)
        => from cause in causes from habit in habits from killsGroup in (bool[])[false, true] select new Scenario(cause, habit, killsGroup);
}
