using System.Reflection;

namespace TypedExec.Tests.SameProgram;

/// <summary>The borrowed tests that a fake can't pass, by name, with the reason.</summary>
internal static class NotFakeable
{
    private const string Pid = "a fake's process ID isn't that of a process";

    private const string Descendants = "a fake has no descendants";

    private const string Later = "the puppet gets a signal a moment later than the program would";

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["Conformance.SpawnOptionTests.A_detached_child_leads_its_own_session_and_process_group"] = Pid,
        ["Conformance.SpawnOptionTests.Writing_to_the_stdin_of_an_exited_child_is_EPIPE_on_that_stream"]
            = "the puppet notices at the next write that its stdin was closed",
        ["Conformance.KillTests.A_signal_that_the_child_handles_ends_nothing"] = Later,
        ["Stopping.GracefulStopTests.A_timeout_lets_the_child_save_and_keeps_its_output"] = Later,
        ["Stopping.GracefulStopTests.A_cancellation_lets_the_child_save_and_its_exception_has_the_output"] = Later,
        ["Conformance.SpawnTests.Exit_does_not_wait_for_a_descendant_that_holds_the_pipes"] = Descendants,
        ["Streams.BackPressureTests.A_handler_of_Data_that_is_slow_stops_the_child"] = Pid,
        ["Streams.BackPressureTests.Memory_stays_flat_while_output_flows_through"] = "the fake is in this process, and its memory counts",
        ["Streams.NoReaderTests.A_child_that_is_blocked_at_MaxUnread_continues_when_it_is_awaited"] = Pid,
    };

    /// <summary>Gets the tests, by class and method, below the namespace of the tests.</summary>
    public static IEnumerable<string> Names => Reasons.Keys;

    public static string? ReasonOf(MethodInfo test)
        => Reasons.GetValueOrDefault($"{test.DeclaringType!.FullName!["TypedExec.Tests.".Length..]}.{test.Name}");
}
