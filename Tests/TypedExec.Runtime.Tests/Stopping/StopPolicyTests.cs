using TypedExec.Stopping;
using static TypedExec.Stopping.StopOrder;

namespace TypedExec.Tests.Stopping;

/// <summary>The orders of the stop policy for each fact, without a process, clock or thread.</summary>
public sealed class StopPolicyTests
{
    private static readonly TimeSpan Force = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromMilliseconds(250);
    private static readonly StopLimits Limits = new(Signal.SIGTERM, false, Force, null, null, DrainLimit);
    private static readonly StopLimits Group = Limits with { KillDescendants = true };

    [Fact]
    public void A_child_that_exits_is_closed_when_its_last_output_has_ended()
    {
        var policy = Started(Limits, outputs: 2);

        Assert.Empty(policy.OutputEnded(0));
        Assert.Empty(policy.Exited(0));
        Assert.Equal([Close(0), Done], policy.OutputEnded(0));
        Assert.Equal(StopReason.None, policy.Reason);
    }

    [Fact]
    public void Output_that_ends_first_does_not_close_a_running_child()
    {
        var policy = Started(Limits, outputs: 1);

        Assert.Empty(policy.OutputEnded(0));
        Assert.Equal([Close(0), Done], policy.Exited(0));
    }

    [Theory]
    [InlineData((int)StopReason.TimedOut)]
    [InlineData((int)StopReason.Cancelled)]
    [InlineData((int)StopReason.StdoutOverflowed)]
    [InlineData((int)StopReason.Stopped)]
    public void A_stop_sends_the_signal_first_and_keeps_the_output(int reason)
    {
        var policy = Started(Limits, outputs: 2);

        Assert.Equal(
            [ForceKill(0, Force), Send(0, Signal.SIGTERM), Send(0, Signal.SIGCONT)], policy.Stop((StopReason)reason));
        Assert.Empty(policy.OutputEnded(0));
        Assert.Equal([Drain(0, DrainLimit)], policy.Exited(0));
        Assert.Equal([DropOutput(0)], policy.DrainDue(0));
        Assert.Equal([Close(0), Done], policy.OutputEnded(0));
    }

    [Fact]
    public void The_first_reason_is_kept()
    {
        var policy = Started(Limits, outputs: 1);
        policy.Stop(StopReason.StdoutOverflowed, 0);

        var orders = policy.Stop(StopReason.TimedOut);

        Assert.Equal((StopReason.StdoutOverflowed, 0), (policy.Reason, policy.ReasonStage));
        Assert.Equal([ForceKill(0, Force)], orders);
    }

    [Fact]
    public void A_child_that_does_not_end_in_time_is_killed_once()
    {
        var policy = Started(Limits, outputs: 0);
        policy.Stop(StopReason.TimedOut);

        Assert.Equal([Send(0, Signal.SIGKILL)], policy.ForceKillDue(0));
        Assert.Empty(policy.ForceKillDue(0));
        Assert.Equal([Close(0), Done], policy.Exited(0));
    }

    [Fact]
    public void Without_ForceKillAfter_nothing_is_killed()
    {
        var policy = Started(Limits with { ForceKillAfter = null }, outputs: 0);

        Assert.Equal([Send(0, Signal.SIGTERM), Send(0, Signal.SIGCONT)], policy.Stop(StopReason.Cancelled));
        Assert.Empty(policy.ForceKillDue(0));
    }

    [Fact]
    public void SIGKILL_as_the_kill_signal_is_final()
        => Assert.Equal(
            [ForceKill(0, Force), Send(0, Signal.SIGKILL)],
            Started(Limits with { KillSignal = Signal.SIGKILL }, outputs: 0).Stop(StopReason.TimedOut));

    [Fact]
    public void A_stop_after_the_exit_sends_nothing_and_bounds_the_output()
    {
        var policy = Started(Limits, outputs: 1);
        policy.Exited(0);

        Assert.Equal([Drain(0, DrainLimit)], policy.Stop(StopReason.TimedOut));
    }

    [Fact]
    public void A_stop_after_the_exit_still_reaches_the_group()
    {
        var policy = Started(Group, outputs: 1);
        policy.Exited(0);

        Assert.Equal(
            [ForceKill(0, Force), Send(0, Signal.SIGTERM), Send(0, Signal.SIGCONT), Drain(0, DrainLimit)],
            policy.Stop(StopReason.TimedOut));
    }

    [Fact]
    public void A_stopped_group_is_waited_for_until_it_has_ended()
    {
        var policy = Started(Group, outputs: 0);
        policy.Stop(StopReason.TimedOut);

        Assert.Equal([WatchGroup(0)], policy.Exited(0));
        Assert.Equal([Close(0), Done], policy.GroupEnded(0));
    }

    [Fact]
    public void A_stopped_group_that_does_not_end_is_killed()
    {
        var policy = Started(Group, outputs: 0);
        policy.Stop(StopReason.TimedOut);
        policy.Exited(0);

        Assert.Equal([Send(0, Signal.SIGKILL), Close(0), Done], policy.ForceKillDue(0));
        Assert.Empty(policy.GroupEnded(0));
    }

    [Fact]
    public void Kill_is_not_followed_by_SIGKILL_unless_an_option_is_set()
    {
        Assert.Empty(Started(Limits, outputs: 0).Killing(0));
        Assert.Equal([ForceKill(0, DrainLimit)], Started(Limits with { ForceKillAfterKill = DrainLimit }, outputs: 0).Killing(0));
    }

    [Fact]
    public void A_denied_kill_ends_the_wait_at_once()
    {
        var policy = Started(Limits, outputs: 2);
        policy.Stop(StopReason.TimedOut);

        Assert.Equal([Abandon(0), Done], policy.KillRefused(0, 1));
        Assert.Empty(policy.KillRefused(0, 1));
        Assert.Equal((StopReason.TimedOut, 1), (policy.Reason, policy.RefusedErrno));
    }

    [Fact]
    public void A_stage_that_cannot_be_started_stops_those_before_it()
    {
        var policy = new StopPolicy(Limits, Limits, Limits);
        policy.Started(0, 0);

        Assert.Equal([ForceKill(0, Force), Send(0, Signal.SIGTERM), Send(0, Signal.SIGCONT)], policy.StartFailed(1));
        Assert.Equal([Close(0), Done], policy.Exited(0));
        Assert.Equal((StopReason.StartFailed, 1), (policy.Reason, policy.ReasonStage));
    }

    [Fact]
    public void A_run_in_which_nothing_started_is_done()
        => Assert.Equal([Done], new StopPolicy(Limits).StartFailed(0));

    [Fact]
    public void A_stage_that_starts_after_the_stop_is_stopped_too()
    {
        var policy = new StopPolicy(Limits, Limits);
        policy.Started(0, 0);
        policy.Stop(StopReason.Cancelled);

        Assert.Equal([ForceKill(1, Force), Send(1, Signal.SIGTERM), Send(1, Signal.SIGCONT)], policy.Started(1, 0));
    }

    [Fact]
    public void A_run_is_done_when_its_last_stage_is()
    {
        var policy = new StopPolicy(Limits, Limits);
        policy.Started(0, 1);
        policy.Started(1, 1);

        Assert.Empty(policy.Exited(1));
        Assert.Equal([Close(1)], policy.OutputEnded(1));
        Assert.Empty(policy.OutputEnded(0));
        Assert.Equal([Close(0), Done], policy.Exited(0));
        Assert.Empty(policy.Stop(StopReason.TimedOut));
    }

    [Fact]
    public void A_normal_exit_is_bounded_only_if_an_option_is_set()
    {
        Assert.Empty(Started(Limits, outputs: 1).Exited(0));
        Assert.Equal([Drain(0, Force)], Started(Limits with { DrainTimeout = Force }, outputs: 1).Exited(0));
    }

    private static StopPolicy Started(StopLimits limits, int outputs)
    {
        var policy = new StopPolicy(limits);
        Assert.Empty(policy.Started(0, outputs));
        return policy;
    }
}
