using TypedExec.Stress;

namespace TypedExec.Tests;

/// <summary>The cases about programs that can't be started, which need a posix_spawn(3) that reports it.</summary>
internal static class NeedStartFailures
{
    public const string Reason = "QEMU's vfork copies the process, so posix_spawn reports no failure; a C program sees the same";

    private static readonly HashSet<string> Names =
    [
        "EnvironmentArgv0ShellIdsStdio.A_hit_that_is_not_executable_is_passed_over_for_a_later_one_that_is",
        "Secrets.The_errors_of_sync_calls_do_not_show_it",
        "SpawningAndItsEvents.A_child_that_was_not_started_has_no_pid_and_yet_its_streams",
        "SpawningAndItsEvents.A_child_that_was_not_started_has_the_errno_as_exit_code",
        "SpawningAndItsEvents.A_cwd_that_does_not_exist_gives_ENOENT_with_the_programs_name_as_path",
        "SpawningAndItsEvents.A_cwd_that_does_not_exist_is_named_by_the_message",
        "SpawningAndItsEvents.A_failed_spawn_faults_what_is_awaited",
        "SpawningAndItsEvents.A_program_that_is_not_executable_gives_the_same_with_EACCES",
        "SpawningAndItsEvents.A_program_that_is_not_found_gives_error_ENOENT_and_close_and_no_spawn_or_exit",
        "SpawningAndItsEvents.A_script_without_an_interpreter_line_runs_through_sh",
        "SpawningAndItsEvents.Through_execFile_the_same_error_carries_cmd_and_empty_output",
        "SyncCalls.A_program_that_is_not_found_gives_ENOENT_of_spawnSync_pid_0_no_status_and_no_output",
        "SyncCalls.ExecFileSync_throws_for_a_program_that_is_not_found",
        "SyncCalls.Output_is_null_where_it_is_no_pipe",
    ];

    public static bool IsSkipped(Case found) => Emulator.IsUsed && Names.Contains(found.Name);
}
