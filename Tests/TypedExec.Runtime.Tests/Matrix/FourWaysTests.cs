using TypedExec.TestProgram.Ways;

namespace TypedExec.Tests.Matrix;

/// <summary>A run ends the same in every way of running it. The table is <see cref="Scenario.All"/>.</summary>
public abstract class FourWays
{
    public static IEnumerable<TheoryDataRow<Cause, Habit, bool>> Rows(params Cause[] causes)
        => Scenario.All.Where(scenario => scenario.IsPossible && causes.Contains(scenario.Cause))
            .Select(static scenario => new TheoryDataRow<Cause, Habit, bool>(scenario.Cause, scenario.Habit, scenario.KillGroup));

    protected static async Task EndAlikeAsync(Scenario scenario)
    {
        var wrong = await Task.WhenAll(Way.All.Where(way => Trial.Applies(scenario, way)).Select(async way =>
        {
            using var trial = new Trial(scenario, way);
            return await trial.RunAsync();
        }));

        var lines = wrong.SelectMany(static lines => lines).ToArray();
        Assert.True(lines.Length == 0, string.Join('\n', lines));
    }
}

/// <summary>The child exits by itself, or isn't started.</summary>
public sealed class FourWaysOfEndingTests : FourWays
{
    public static IEnumerable<TheoryDataRow<Cause, Habit, bool>> Table => Rows(
        Cause.EndsWell, Cause.ExitCode, Cause.Signal, Cause.FirstStageCannotStart, Cause.LastStageCannotStart, Cause.CancelledBefore, Cause.CancelledAfter);

    [Theory]
    [MemberData(nameof(Table))]
    public Task Every_way_ends_with_the_same_outcome(Cause cause, Habit habit, bool killsGroup) => EndAlikeAsync(new(cause, habit, killsGroup));
}

/// <summary>A time limit stops the child.</summary>
public sealed class FourWaysOfTimingOutTests : FourWays
{
    public static IEnumerable<TheoryDataRow<Cause, Habit, bool>> Table => Rows(Cause.Timeout);

    [Theory]
    [MemberData(nameof(Table))]
    public Task Every_way_ends_with_the_same_outcome(Cause cause, Habit habit, bool killsGroup) => EndAlikeAsync(new(cause, habit, killsGroup));
}

/// <summary>The child is stopped because it prints too much.</summary>
public sealed class FourWaysOfOverflowingTests : FourWays
{
    public static IEnumerable<TheoryDataRow<Cause, Habit, bool>> Table => Rows(Cause.StdoutOverflow, Cause.StderrOverflow);

    [Theory]
    [MemberData(nameof(Table))]
    public Task Every_way_ends_with_the_same_outcome(Cause cause, Habit habit, bool killsGroup) => EndAlikeAsync(new(cause, habit, killsGroup));
}

/// <summary>A token stops the child.</summary>
public sealed class FourWaysOfCancelingTests : FourWays
{
    public static IEnumerable<TheoryDataRow<Cause, Habit, bool>> Table => Rows(Cause.CancelledDuring);

    [Theory]
    [MemberData(nameof(Table))]
    public Task Every_way_ends_with_the_same_outcome(Cause cause, Habit habit, bool killsGroup) => EndAlikeAsync(new(cause, habit, killsGroup));
}
