using TypedExec.TestProgram.Ways;

namespace TypedExec.Tests.Matrix;

/// <summary>The expected result of a scenario: the same in every way, except for what a way can't express.</summary>
internal static class Expected
{
    public static Seen Of(Scenario scenario, Way way)
    {
        var reason = !way.Captures && !scenario.IsStartFailure ? "ended" : Reason(scenario.Cause);
        var (code, signal) = Status(scenario);
        return new(reason)
        {
            ExitCode = code,
            Signal = signal,
            Killed = scenario.IsStop,
            Stdout = Stdout(scenario),
            Stderr = scenario.Cause == Cause.StderrOverflow ? Script.Long[..Script.MaxBuffer] : "",
            Overflowed = scenario.Cause == Cause.StdoutOverflow ? "stdout" : scenario.Cause == Cause.StderrOverflow ? "stderr" : null,
        };
    }

    /// <summary>Returns whether the child can do what it does when it is asked to exit.</summary>
    public static bool Saves(Scenario scenario) => scenario is { IsStop: true, Habit: Habit.SavesWhileEnding } && !IsTreeKilled(scenario);

    /// <summary>
    /// Returns whether the child's descendant is still there when the run is over and its time to exit has passed.
    /// </summary>
    public static bool DescendantSurvives(Scenario scenario) => scenario.LeavesDescendant && !(scenario.IsStop && scenario.KillGroup);

    private static string Reason(Cause cause) => cause switch
    {
        Cause.ExitCode or Cause.Signal => "failed",
        Cause.FirstStageCannotStart or Cause.LastStageCannotStart => "not started, ENOENT",
        Cause.Timeout => "timed out",
        Cause.StdoutOverflow or Cause.StderrOverflow => "overflowed",
        Cause.CancelledBefore or Cause.CancelledDuring => "cancelled",
        _ => "ended",
    };

    private static (int?, Signal?) Status(Scenario scenario) => scenario switch
    {
        { Cause: Cause.EndsWell or Cause.CancelledAfter } => (0, null),
        { Cause: Cause.ExitCode } => (3, null),
        // Process doesn't report a signal that wasn't sent from here.
        { Cause: Cause.Signal } => PortableBackendAttribute.IsUsed ? (128 + (int)Signal.SIGKILL, null) : (null, Signal.SIGKILL),
        { IsStop: false } => (null, null),
        _ when IsTreeKilled(scenario) => (null, Signal.SIGKILL),
        { Habit: Habit.IgnoresTerm } => (null, Signal.SIGKILL),
        { Habit: Habit.SavesWhileEnding } => (0, null),
        _ => (null, Signal.SIGTERM),
    };

    private static string Stdout(Scenario scenario) => scenario switch
    {
        { IsStartFailure: true } or { Cause: Cause.CancelledBefore } => "",
        { Cause: Cause.StdoutOverflow } => (Script.Ready + Script.Long)[..Script.MaxBuffer],
        _ => Saves(scenario) ? Script.Ready + Script.LastWord : Script.Ready,
    };

    /// <summary>The portable backend ends a process tree immediately with SIGKILL.</summary>
    private static bool IsTreeKilled(Scenario scenario) => PortableBackendAttribute.IsUsed && scenario.KillGroup;
}
