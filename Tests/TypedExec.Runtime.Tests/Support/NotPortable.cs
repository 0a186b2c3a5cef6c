using System.Reflection;

namespace TypedExec.Tests.Support;

/// <summary>
/// The tests that the portable backend can't pass, by name, with the reason: what System.Diagnostics.Process doesn't do.
/// docs/portable.md explains what that means for users.
/// </summary>
internal static class NotPortable
{
    private const string Signals = "Process reports a signal that wasn't sent from here as exit code 128 plus the signal's number";
    private const string SigPipe = "Process starts children with SIGPIPE ignored";
    private const string Copies = "Process connects only pipes, so files, handles and the null device are copied";
    private const string SameAs = "SameAs isn't supported";
    private const string Argv0 = "Argv0 isn't supported";
    private const string Detached = "Detached isn't supported";
    private const string Ids = "Uid and Gid aren't supported";
    private const string Extra = "descriptors beyond the standard three aren't supported, except for Ipc";
    private const string Channel = "the channel has another number in the child";
    private const string Tree = "KillDescendants kills the current process tree with SIGKILL";
    private const string ParentExit = "KillOnParentExit isn't supported";
    private const string Inherited = "Process doesn't close descriptors that were opened to be inherited";

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["Commands.OutputTests.A_single_file_captures_both_outputs"] = SameAs,
        ["Commands.OutputTests.Stderr_can_be_merged_into_stdout_in_order"] = SameAs,
        ["Commands.VerbTests.ReadAllLinesAsync_distinguishes_stderr_from_stdout"] = SameAs,
        ["Conformance.SpawnOptionTests.A_detached_child_leads_its_own_session_and_process_group"] = Detached,
        ["Conformance.SpawnOptionTests.Argv0_changes_only_argv_0"] = Argv0,
        ["Conformance.SpawnOptionTests.Argv0_works_in_a_sync_call"] = Argv0,
        ["Conformance.ExecTests.A_signal_exit_is_an_error_with_the_signal_and_no_code"] = Signals,
        ["Conformance.ExecTests.ThrowOnFailure_false_gives_the_signal_as_a_result"] = Signals,
        ["Conformance.KillTests.A_child_killed_by_another_process_does_not_count_as_killed"] = Signals,
        ["Conformance.KillTests.Every_signal_arrives_as_itself"] = SigPipe,
        ["Conformance.SpawnTests.Exit_has_a_signal_and_no_code_if_a_signal_ended_the_child"] = Signals,
        ["Conformance.SyncCallTests.A_signal_exit_has_the_signal_and_no_status"] = Signals,
        ["Conformance.SyncCallTests.Extra_descriptors_are_captured_too"] = Extra,
        ["Events.HandlerExceptionTests.A_handlers_exception_crashes_the_program_before_the_await_completes"] = Signals,
        ["Events.UnreadOutputTests.A_descendant_that_writes_without_end_delays_no_other_child"] = Tree,
        ["Faults.BadProgramTests.A_PATH_directory_that_cannot_be_read_is_skipped"] = Ids,
        ["Faults.BadProgramTests.A_missing_interpreter_is_ENOENT_and_the_message_names_it_as_the_cause"] = "Process reports only ENOENT",
        ["Faults.BadProgramTests.A_truncated_program_ends_as_under_Node"] = Signals,
        ["Faults.BadEnvironmentTests.Every_process_of_a_growing_family_is_killed"] = Detached,
        ["Faults.BadEnvironmentTests.A_parent_without_stdin_stdout_and_stderr_can_spawn"] = Extra,
        ["Faults.BadEnvironmentTests.A_parent_whose_directory_was_deleted_can_spawn"] = ParentExit,
        ["Faults.BusyProgramTests.A_program_that_is_still_being_written_is_retried"] = "Process doesn't retry",
        ["Faults.FullDiskTests.A_full_disk_under_stdout_is_the_childs_error"] = Copies,
        ["Faults.FullDiskTests.A_pipeline_that_fills_the_disk_fails_at_the_writing_stage"] = Copies,
        ["Faults.FullDiskTests.A_full_disk_keeps_what_fits_and_is_the_childs_error"] = Copies,
        ["Faults.ResourceLimitTests.EAGAIN_is_reported_when_the_process_limit_is_reached"] = Ids,
        ["Faults.ResourceLimitTests.EMFILE_at_any_step_of_a_spawn_is_reported_and_leaks_nothing"] = Extra,
        ["Identity.UidAndGidTests.A_file_that_the_other_user_cannot_execute_is_EACCES"] = Ids,
        ["Identity.UidAndGidTests.A_program_that_is_missing_is_ENOENT_with_ids_too"] = Ids,
        ["Identity.UidAndGidTests.Gid_is_the_childs_group_id"] = Ids,
        ["Identity.UidAndGidTests.Ids_work_in_a_sync_call"] = Ids,
        ["Identity.UidAndGidTests.Real_effective_and_saved_ids_all_change"] = Ids,
        ["Identity.UidAndGidTests.The_childs_supplementary_groups_are_none"] = Ids,
        ["Identity.UidAndGidTests.The_parent_keeps_its_dumpable_flag"] = Ids,
        ["Identity.UidAndGidTests.No_thread_of_the_parent_ever_has_the_childs_ids"] = Ids,
        ["Identity.UidAndGidTests.Uid_is_the_childs_user_id"] = Ids,
        ["Identity.UidAndGidTests.Without_the_privilege_the_error_is_EPERM"] = Ids,
        ["Ipc.DisconnectTests.A_child_killed_in_the_middle_of_a_message_disconnects_without_delivering_it"] = Signals,
        ["Ipc.OptionTests.A_detached_child_leads_its_own_session"] = Detached,
        ["Ipc.OptionTests.The_channel_may_be_at_any_index"] = Extra,
        ["Ipc.OptionTests.The_environment_describes_the_channel_to_the_child"] = Channel,
        ["Limits.DescendantTests.A_timeout_of_a_sync_call_reaches_every_descendant"] = Tree,
        ["Limits.DescendantTests.A_DrainTimeout_of_zero_keeps_what_the_child_wrote_before_exiting"] = "Process's streams don't report what a pipe still contains",
        ["Limits.DescendantTests.Kill_after_the_exit_still_reaches_a_descendant"] = Tree,
        ["Limits.DescendantTests.Kill_reaches_every_descendant"] = Tree,
        ["Limits.ParentExitTests.When_the_parent_is_killed_its_child_and_grandchildren_die_too"] = ParentExit,
        ["Limits.ParentExitTests.A_child_with_a_terminal_dies_with_its_whole_session"] = ParentExit,
        ["Limits.ParentExitTests.The_watching_shell_kills_the_group_it_was_given"] = Detached,
        ["Limits.ParentExitTests.Kill_reaches_every_job_of_a_shell_at_a_terminal"] = ParentExit,
        ["Limits.ParentExitTests.A_child_of_another_user_dies_too"] = ParentExit,
        ["Limits.ParentExitTests.A_stopped_family_dies_too"] = ParentExit,
        ["Limits.ParentExitTests.A_parent_that_ends_any_other_way_takes_its_children_with_it"] = ParentExit,
        ["Limits.ParentExitTests.A_parent_killed_at_any_moment_of_a_spawn_leaves_nothing"] = ParentExit,
        ["Limits.ParentExitTests.No_process_or_descriptor_is_left_after_Closed"] = ParentExit,
        ["Limits.ParentExitTests.Kill_reaches_every_descendant_with_KillDescendants"] = ParentExit,
        ["Limits.ParentExitTests.Without_KillDescendants_Kill_reaches_only_the_child"] = ParentExit,
        ["Limits.ParentExitTests.A_signal_that_the_child_sends_to_its_own_group_ends_it_as_usual"] = ParentExit,
        ["Limits.ParentExitTests.ForceKillAfter_reaches_a_descendant_that_ignores_the_signal"] = ParentExit,
        ["Limits.ParentExitTests.Closed_waits_for_a_slow_descendant_to_exit"] = ParentExit,
        ["Limits.ParentExitTests.Processes_that_keep_running_after_Closed_are_left_alone"] = ParentExit,
        ["Limits.ParentExitTests.The_child_inherits_nothing_of_the_watchdog"] = ParentExit,
        ["Limits.StopTests.With_KillOnParentExit_leftover_processes_end_with_this_process"] = ParentExit,
        ["Limits.ParentExitTests.The_watchdog_is_our_own_program_and_its_exit_is_an_error"] = ParentExit,
        ["Limits.ParentExitTests.If_our_program_cannot_be_executed_a_shell_is_the_watchdog"] = ParentExit,
        ["Pipelines.DescriptorTests.No_kind_of_end_leaves_descriptors_or_zombies"] = "a copy between two stages may end a moment after them",
        ["Pipelines.DescriptorTests.Every_stage_has_only_its_own_three_descriptors"] = Inherited,
        ["Pipelines.DescriptorTests.This_process_keeps_no_end_of_a_pipe_between_stages"] = Copies,
        ["Pipelines.ResultTests.SIGPIPE_in_an_early_stage_is_not_a_failure"] = SigPipe,
        ["Pipelines.ResultTests.SIGPIPE_in_an_early_stage_is_not_a_failure_in_the_sync_form"] = SigPipe,
        ["Pipelines.ResultTests.SIGPIPE_in_the_last_stage_is_a_failure"] = SigPipe,
        ["Pipelines.ResultTests.Without_ThrowOnFailure_the_result_has_the_status_of_each_stage"] = Signals,
        ["Platform.HostSignalTests.A_process_started_with_SIGCHLD_ignored_gets_exit_statuses"] = "Process never reports an exit if SIGCHLD is ignored",
        ["Platform.HostSignalTests.If_the_host_ignores_SIGCHLD_later_a_lost_exit_status_is_an_error_and_nothing_hangs"] = "Process never reports an exit if SIGCHLD is ignored",
        ["Platform.ManyChildrenTests.No_descriptor_is_leaked_by_1000_spawns_including_failing_ones"] = Extra,
        ["Platform.InheritanceTests.No_descriptor_beyond_its_stdio"] = Inherited,
        ["Platform.InheritanceTests.No_descriptor_beyond_its_stdio_in_a_sync_call"] = Inherited,
        ["Platform.InheritanceTests.No_descriptor_that_was_opened_to_be_inherited"] = Inherited,
        ["Platform.InheritanceTests.SIGHUP_still_ignored_if_the_parent_runs_under_nohup"] = SigPipe,
        ["Platform.InheritanceTests.SIGPIPE_with_its_default_even_if_the_parent_ignores_it"] = SigPipe,
        ["Streams.CallerStreamTests.A_FileStream_continues_where_the_child_stopped_reading"] = Copies,
        ["Streams.DisposedStreamTests.A_descriptor_beyond_the_first_three_can_be_neither_read_nor_written"] = Extra,
        ["Streams.ExtraDescriptorTests.A_descriptor_that_keeps_its_number_is_not_closed_at_exec"] = Extra,
        ["Streams.ExtraDescriptorTests.A_list_may_be_long"] = Extra,
        ["Streams.ExtraDescriptorTests.Closing_only_the_write_side_ends_the_childs_input"] = Extra,
        ["Streams.ExtraDescriptorTests.Descriptor_3_is_read_while_4_is_written_with_ignored_and_inherited_ones"] = Extra,
        ["Streams.ExtraDescriptorTests.One_descriptor_can_be_read_and_written_at_once"] = Extra,
        ["Streams.ExtraDescriptorTests.Overlapping_source_and_target_numbers_are_mapped_correctly"] = Extra,
        ["Streams.ExtraDescriptorTests.Two_descriptors_of_the_parent_can_change_places"] = Extra,
        ["Streams.ExtraDescriptorTests.Writing_can_be_ended_while_reading_continues"] = Extra,
        ["Streams.ReadAndWriteTests.Disposing_stdout_gives_the_child_SIGPIPE"] = SigPipe,
        ["Streams.StdioListTests.A_file_as_a_third_descriptor_and_beyond"] = Extra,
        ["Streams.StdioListTests.A_file_is_appended_to"] = SameAs,
        ["Streams.StdioListTests.A_file_is_created_and_truncated_and_the_child_writes_straight_to_it"] = Copies,
        ["Streams.StdioListTests.Ignore_is_the_null_device"] = Copies,
        ["Streams.StdioListTests.SameAs_1_merges_stderr_into_stdout_in_order"] = SameAs,
        ["Streams.StdioListTests.SameAs_may_point_forward"] = SameAs,
    };

    /// <summary>Gets the tests, by class and method, below the namespace of the tests.</summary>
    public static IEnumerable<string> Names => Reasons.Keys;

    public static string? ReasonOf(MethodInfo test) => Reasons.GetValueOrDefault($"{test.DeclaringType!.FullName![(nameof(TypedExec).Length + ".Tests.".Length)..]}.{test.Name}");
}
