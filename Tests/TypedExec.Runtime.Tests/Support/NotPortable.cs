using System.Reflection;

namespace TypedExec.Tests.Support;

/// <summary>
/// The tests that the portable backend cannot pass, by name, with the reason: what System.Diagnostics.Process does not do.
/// docs/portable.md says what that means for users.
/// </summary>
internal static class NotPortable
{
    private const string Signals = "Process gives an end by a signal that was not sent from here as an exit code, 128 and the signal's number";
    private const string SigPipe = "Process starts children with SIGPIPE ignored";
    private const string Copies = "Process connects pipes alone, so that files, handles and the null device are copied";
    private const string SameAs = "SameAs is refused";
    private const string Argv0 = "Argv0 is refused";
    private const string Detached = "Detached is refused";
    private const string Ids = "Uid and Gid are refused";
    private const string Extra = "descriptors beyond the standard three are refused, but for Ipc";
    private const string Channel = "the channel has another number in the child";
    private const string Tree = "KillDescendants ends the tree of processes as it is then, by SIGKILL";
    private const string Inherited = "Process closes no descriptor that was opened to be inherited";

    private static readonly Dictionary<string, string> s_reasons = new()
    {
        ["Conformance.EnvironmentArgv0ShellIdsStdio.A_detached_child_leads_a_session_and_a_process_group_of_its_own"] = Detached,
        ["Conformance.EnvironmentArgv0ShellIdsStdio.Argv0_changes_argv_0_alone"] = Argv0,
        ["Conformance.EnvironmentArgv0ShellIdsStdio.Argv0_works_in_a_sync_call"] = Argv0,
        ["Conformance.ExecAndExecFile.An_end_by_a_signal_is_an_error_with_the_signal_and_no_code"] = Signals,
        ["Conformance.ExecAndExecFile.ThrowOnFailure_false_gives_the_signal_as_a_result"] = Signals,
        ["Conformance.Kill.A_child_that_a_stranger_killed_does_not_count_as_killed"] = Signals,
        ["Conformance.Kill.Every_signal_arrives_as_itself"] = SigPipe,
        ["Conformance.SpawningAndItsEvents.Exit_carries_a_signal_and_no_code_where_a_signal_ended_the_child"] = Signals,
        ["Conformance.SyncCalls.An_end_by_a_signal_has_the_signal_and_no_status"] = Signals,
        ["Conformance.SyncCalls.Extra_descriptors_are_captured_too"] = Extra,
        ["Events.HandlerExceptions.An_exception_of_a_handler_crashes_the_program_with_it"] = Signals,
        ["Events.UnreadOutput.A_descendant_that_writes_without_end_delays_no_other_child"] = Tree,
        ["Identity.UidAndGid.A_file_that_the_other_user_may_not_execute_is_EACCES"] = Ids,
        ["Identity.UidAndGid.A_program_that_is_missing_is_ENOENT_with_ids_too"] = Ids,
        ["Identity.UidAndGid.Gid_is_the_childs_group_id"] = Ids,
        ["Identity.UidAndGid.Ids_work_in_a_sync_call"] = Ids,
        ["Identity.UidAndGid.Real_effective_and_saved_ids_are_all_the_childs"] = Ids,
        ["Identity.UidAndGid.The_childs_supplementary_groups_are_none"] = Ids,
        ["Identity.UidAndGid.The_parent_keeps_its_dumpable_flag"] = Ids,
        ["Identity.UidAndGid.The_parent_keeps_its_own_ids_in_every_thread"] = Ids,
        ["Identity.UidAndGid.Uid_is_the_childs_user_id"] = Ids,
        ["Identity.UidAndGid.Without_the_privilege_it_is_an_error_EPERM"] = Ids,
        ["Ipc.Ending.A_child_killed_in_the_middle_of_a_message_is_disconnected_without_it"] = Signals,
        ["Ipc.Options.A_detached_child_leads_a_session_of_its_own"] = Detached,
        ["Ipc.Options.The_channel_may_be_at_any_index"] = Extra,
        ["Ipc.Options.The_environment_tells_the_child_of_its_channel"] = Channel,
        ["Limits.Descendants.A_timeout_of_a_sync_call_reaches_every_descendant"] = Tree,
        ["Limits.Descendants.Kill_after_the_exit_still_reaches_a_descendant"] = Tree,
        ["Limits.Descendants.Kill_reaches_every_descendant"] = Tree,
        ["Pipelines.DescriptorTests.Every_stage_holds_its_own_three_descriptors_and_no_other_pipe"] = Inherited,
        ["Pipelines.DescriptorTests.This_process_keeps_no_end_of_a_pipe_between_stages"] = Copies,
        ["Pipelines.ResultTests.SIGPIPE_of_an_early_stage_is_no_failure"] = SigPipe,
        ["Pipelines.ResultTests.SIGPIPE_of_an_early_stage_is_no_failure_of_the_sync_form"] = SigPipe,
        ["Pipelines.ResultTests.SIGPIPE_of_the_last_stage_is_a_failure"] = SigPipe,
        ["Pipelines.ResultTests.Without_ThrowOnFailure_the_result_tells_how_each_stage_fared"] = Signals,
        ["Platform.HostsHabits.Where_the_host_ignores_SIGCHLD_the_exit_comes_with_an_unknown_status_and_nothing_hangs"] = "Process never tells of an exit where SIGCHLD is ignored",
        ["Platform.ManyChildren.No_descriptor_is_left_of_1000_spawns_failing_ones_among_them"] = Extra,
        ["Platform.WhatTheChildGets.No_descriptor_beyond_its_stdio"] = Inherited,
        ["Platform.WhatTheChildGets.No_descriptor_beyond_its_stdio_in_a_sync_call"] = Inherited,
        ["Platform.WhatTheChildGets.No_descriptor_that_was_opened_to_be_inherited"] = Inherited,
        ["Platform.WhatTheChildGets.SIGHUP_still_ignored_where_the_parent_runs_under_nohup"] = SigPipe,
        ["Platform.WhatTheChildGets.SIGPIPE_with_its_default_although_the_parent_ignores_it"] = SigPipe,
        ["Streams.ExtraDescriptors.A_descriptor_that_keeps_its_number_is_not_closed_at_exec"] = Extra,
        ["Streams.ExtraDescriptors.A_list_may_be_long"] = Extra,
        ["Streams.ExtraDescriptors.Closing_the_writing_side_alone_ends_the_childs_reading"] = Extra,
        ["Streams.ExtraDescriptors.Descriptor_3_can_be_read_and_4_written_at_once_beside_ignore_and_inherit"] = Extra,
        ["Streams.ExtraDescriptors.One_descriptor_can_be_read_and_written_at_once"] = Extra,
        ["Streams.ExtraDescriptors.Sources_whose_numbers_are_targets_too_all_arrive_where_they_belong"] = Extra,
        ["Streams.ExtraDescriptors.Two_descriptors_of_the_parent_can_change_places"] = Extra,
        ["Streams.ReadingAndWriting.Disposing_stdout_gives_the_child_SIGPIPE"] = SigPipe,
        ["Streams.StdioLists.A_file_as_a_third_descriptor_and_beyond"] = Extra,
        ["Streams.StdioLists.A_file_is_appended_to"] = SameAs,
        ["Streams.StdioLists.A_file_is_created_and_truncated_and_the_child_writes_straight_to_it"] = Copies,
        ["Streams.StdioLists.Ignore_is_the_null_device"] = Copies,
        ["Streams.StdioLists.SameAs_1_merges_stderr_into_stdout_in_order"] = SameAs,
        ["Streams.StdioLists.SameAs_may_point_forward"] = SameAs,
    };

    /// <summary>The tests, by class and method, below the namespace of the tests.</summary>
    public static IEnumerable<string> Names => s_reasons.Keys;

    public static string? ReasonOf(MethodInfo test) => s_reasons.GetValueOrDefault($"{test.DeclaringType!.FullName![(nameof(TypedExec).Length + ".Tests.".Length)..]}.{test.Name}");
}
