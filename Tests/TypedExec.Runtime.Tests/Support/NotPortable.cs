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
        ["Commands.OutputTests.One_file_for_both_gets_all_of_both"] = SameAs,
        ["Commands.OutputTests.Stderr_can_go_to_the_place_of_stdout_in_order"] = SameAs,
        ["Commands.VerbTests.ReadAllLinesAsync_tells_errors_from_output"] = SameAs,
        ["Conformance.SpawnOptionTests.A_detached_child_leads_a_session_and_a_process_group_of_its_own"] = Detached,
        ["Conformance.SpawnOptionTests.Argv0_changes_argv_0_alone"] = Argv0,
        ["Conformance.SpawnOptionTests.Argv0_works_in_a_sync_call"] = Argv0,
        ["Conformance.ExecTests.An_end_by_a_signal_is_an_error_with_the_signal_and_no_code"] = Signals,
        ["Conformance.ExecTests.ThrowOnFailure_false_gives_the_signal_as_a_result"] = Signals,
        ["Conformance.KillTests.A_child_that_a_stranger_killed_does_not_count_as_killed"] = Signals,
        ["Conformance.KillTests.Every_signal_arrives_as_itself"] = SigPipe,
        ["Conformance.SpawnTests.Exit_carries_a_signal_and_no_code_where_a_signal_ended_the_child"] = Signals,
        ["Conformance.SyncCallTests.An_end_by_a_signal_has_the_signal_and_no_status"] = Signals,
        ["Conformance.SyncCallTests.Extra_descriptors_are_captured_too"] = Extra,
        ["Events.HandlerExceptionTests.An_exception_of_a_handler_ends_the_program_with_it_before_what_is_awaited_completes"] = Signals,
        ["Events.UnreadOutputTests.A_descendant_that_writes_without_end_delays_no_other_child"] = Tree,
        ["Faults.BadProgramTests.A_directory_of_PATH_that_may_not_be_read_is_passed_over"] = Ids,
        ["Faults.BadProgramTests.A_missing_interpreter_is_ENOENT_and_the_message_names_it_as_the_cause"] = "Process reports only ENOENT",
        ["Faults.BadProgramTests.A_truncated_program_ends_as_under_Node"] = Signals,
        ["Faults.BadEnvironmentTests.A_family_that_multiplies_is_killed_to_the_last"] = Detached,
        ["Faults.BadEnvironmentTests.A_parent_without_stdin_stdout_and_stderr_spawns_as_always"] = Extra,
        ["Faults.BadEnvironmentTests.A_parent_whose_directory_was_deleted_spawns_as_always"] = ParentExit,
        ["Faults.BusyProgramTests.A_program_that_is_still_being_written_is_tried_again"] = "Process doesn't retry",
        ["Faults.FullDiskTests.A_full_disk_under_stdout_is_the_childs_error"] = Copies,
        ["Faults.FullDiskTests.A_pipeline_that_fills_the_disk_fails_in_the_stage_that_writes"] = Copies,
        ["Faults.FullDiskTests.What_fits_is_in_the_file_and_the_rest_is_the_childs_error"] = Copies,
        ["Faults.ResourceLimitTests.EAGAIN_when_the_user_may_have_no_more_processes"] = Ids,
        ["Faults.ResourceLimitTests.EMFILE_at_whatever_step_of_a_spawn_is_that_error_and_leaves_nothing"] = Extra,
        ["Identity.UidAndGidTests.A_file_that_the_other_user_may_not_execute_is_EACCES"] = Ids,
        ["Identity.UidAndGidTests.A_program_that_is_missing_is_ENOENT_with_ids_too"] = Ids,
        ["Identity.UidAndGidTests.Gid_is_the_childs_group_id"] = Ids,
        ["Identity.UidAndGidTests.Ids_work_in_a_sync_call"] = Ids,
        ["Identity.UidAndGidTests.Real_effective_and_saved_ids_are_all_the_childs"] = Ids,
        ["Identity.UidAndGidTests.The_childs_supplementary_groups_are_none"] = Ids,
        ["Identity.UidAndGidTests.The_parent_keeps_its_dumpable_flag"] = Ids,
        ["Identity.UidAndGidTests.No_thread_of_the_parent_ever_has_the_childs_ids"] = Ids,
        ["Identity.UidAndGidTests.Uid_is_the_childs_user_id"] = Ids,
        ["Identity.UidAndGidTests.Without_the_privilege_it_is_an_error_EPERM"] = Ids,
        ["Ipc.DisconnectTests.A_child_killed_in_the_middle_of_a_message_is_disconnected_without_it"] = Signals,
        ["Ipc.OptionTests.A_detached_child_leads_a_session_of_its_own"] = Detached,
        ["Ipc.OptionTests.The_channel_may_be_at_any_index"] = Extra,
        ["Ipc.OptionTests.The_environment_tells_the_child_of_its_channel"] = Channel,
        ["Limits.DescendantTests.A_timeout_of_a_sync_call_reaches_every_descendant"] = Tree,
        ["Limits.DescendantTests.What_the_child_wrote_before_its_exit_is_not_lost_by_a_DrainTimeout_of_zero"] = "Process's streams don't report what a pipe still contains",
        ["Limits.DescendantTests.Kill_after_the_exit_still_reaches_a_descendant"] = Tree,
        ["Limits.DescendantTests.Kill_reaches_every_descendant"] = Tree,
        ["Limits.ParentExitTests.A_parent_killed_by_SIGKILL_takes_child_and_grandchildren_with_it"] = ParentExit,
        ["Limits.ParentExitTests.A_child_with_a_terminal_is_taken_with_all_of_its_session"] = ParentExit,
        ["Limits.ParentExitTests.The_shell_that_watches_kills_the_group_that_it_was_told"] = Detached,
        ["Limits.ParentExitTests.Kill_reaches_every_job_of_a_shell_at_a_terminal"] = ParentExit,
        ["Limits.ParentExitTests.A_child_of_another_user_is_taken_too"] = ParentExit,
        ["Limits.ParentExitTests.A_family_that_was_stopped_is_taken_too"] = ParentExit,
        ["Limits.ParentExitTests.So_does_a_parent_that"] = ParentExit,
        ["Limits.ParentExitTests.A_parent_killed_at_any_moment_of_its_spawning_leaves_nothing"] = ParentExit,
        ["Limits.ParentExitTests.Neither_process_nor_descriptor_is_left_behind_Closed"] = ParentExit,
        ["Limits.ParentExitTests.Kill_reaches_every_descendant_with_KillDescendants"] = ParentExit,
        ["Limits.ParentExitTests.Kill_reaches_the_child_alone_without_KillDescendants"] = ParentExit,
        ["Limits.ParentExitTests.A_kill_that_the_child_sends_to_its_whole_group_ends_it_as_always"] = ParentExit,
        ["Limits.ParentExitTests.ForceKillAfter_reaches_a_descendant_that_ignores_the_signal"] = ParentExit,
        ["Limits.ParentExitTests.Closed_comes_after_a_descendant_that_takes_its_time_to_end"] = ParentExit,
        ["Limits.ParentExitTests.What_the_child_leaves_running_behind_Closed_is_left_alone"] = ParentExit,
        ["Limits.ParentExitTests.The_child_is_given_nothing_of_it"] = ParentExit,
        ["Limits.StopTests.What_a_run_leaves_ends_with_this_process_where_KillOnParentExit_was_said"] = ParentExit,
        ["Limits.ParentExitTests.What_watches_over_it_is_a_program_of_ours_and_its_end_is_an_error"] = ParentExit,
        ["Limits.ParentExitTests.Where_no_program_of_ours_can_be_executed_a_shell_watches"] = ParentExit,
        ["Pipelines.DescriptorTests.Neither_descriptors_nor_zombies_are_left_by_any_kind_of_end"] = "a copy between two stages may end a moment after them",
        ["Pipelines.DescriptorTests.Every_stage_holds_its_own_three_descriptors_and_no_other_pipe"] = Inherited,
        ["Pipelines.DescriptorTests.This_process_keeps_no_end_of_a_pipe_between_stages"] = Copies,
        ["Pipelines.ResultTests.SIGPIPE_of_an_early_stage_is_no_failure"] = SigPipe,
        ["Pipelines.ResultTests.SIGPIPE_of_an_early_stage_is_no_failure_of_the_sync_form"] = SigPipe,
        ["Pipelines.ResultTests.SIGPIPE_of_the_last_stage_is_a_failure"] = SigPipe,
        ["Pipelines.ResultTests.Without_ThrowOnFailure_the_result_tells_how_each_stage_fared"] = Signals,
        ["Platform.HostSignalTests.A_process_that_was_started_with_SIGCHLD_ignored_learns_how_its_children_end"] = "Process never reports an exit if SIGCHLD is ignored",
        ["Platform.HostSignalTests.Where_the_host_ignores_SIGCHLD_later_an_exit_status_that_is_lost_is_an_error_and_nothing_hangs"] = "Process never reports an exit if SIGCHLD is ignored",
        ["Platform.ManyChildrenTests.No_descriptor_is_left_of_1000_spawns_failing_ones_among_them"] = Extra,
        ["Platform.InheritanceTests.No_descriptor_beyond_its_stdio"] = Inherited,
        ["Platform.InheritanceTests.No_descriptor_beyond_its_stdio_in_a_sync_call"] = Inherited,
        ["Platform.InheritanceTests.No_descriptor_that_was_opened_to_be_inherited"] = Inherited,
        ["Platform.InheritanceTests.SIGHUP_still_ignored_where_the_parent_runs_under_nohup"] = SigPipe,
        ["Platform.InheritanceTests.SIGPIPE_with_its_default_although_the_parent_ignores_it"] = SigPipe,
        ["Streams.CallerStreamTests.A_FileStream_that_a_child_has_read_from_continues_behind_it"] = Copies,
        ["Streams.DisposedStreamTests.A_descriptor_beyond_the_first_three_can_be_neither_read_nor_written"] = Extra,
        ["Streams.ExtraDescriptorTests.A_descriptor_that_keeps_its_number_is_not_closed_at_exec"] = Extra,
        ["Streams.ExtraDescriptorTests.A_list_may_be_long"] = Extra,
        ["Streams.ExtraDescriptorTests.Closing_the_writing_side_alone_ends_the_childs_reading"] = Extra,
        ["Streams.ExtraDescriptorTests.Descriptor_3_can_be_read_and_4_written_at_once_beside_ignore_and_inherit"] = Extra,
        ["Streams.ExtraDescriptorTests.One_descriptor_can_be_read_and_written_at_once"] = Extra,
        ["Streams.ExtraDescriptorTests.Sources_whose_numbers_are_targets_too_all_arrive_where_they_belong"] = Extra,
        ["Streams.ExtraDescriptorTests.Two_descriptors_of_the_parent_can_change_places"] = Extra,
        ["Streams.ExtraDescriptorTests.Writing_can_be_ended_and_reading_goes_on"] = Extra,
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
