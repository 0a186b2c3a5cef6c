using TypedExec.Stress;

namespace TypedExec.Tests;

/// <summary>The cases about programs that can't be started, which need a posix_spawn(3) that reports it.</summary>
internal static class NeedStartFailures
{
    public const string Reason = "QEMU's vfork copies the process, so posix_spawn reports no failure; a C program sees the same";

    private static readonly HashSet<string> Names =
    [
        "SpawnOptionTests.A_hit_that_is_not_executable_is_passed_over_for_a_later_one_that_is",
        "SecretTests.The_errors_of_sync_calls_do_not_show_it",
        "SpawnTests.A_child_that_was_not_started_has_no_pid_and_yet_its_streams",
        "SpawnTests.A_child_that_was_not_started_has_the_errno_as_exit_code",
        "SpawnTests.A_cwd_that_does_not_exist_gives_ENOENT_with_the_programs_name_as_path",
        "SpawnTests.A_cwd_that_does_not_exist_is_named_by_the_message",
        "SpawnTests.A_failed_spawn_faults_what_is_awaited",
        "SpawnTests.A_program_that_is_not_executable_gives_the_same_with_EACCES",
        "SpawnTests.A_program_that_is_not_found_gives_error_ENOENT_and_close_and_no_spawn_or_exit",
        "SpawnTests.A_script_without_an_interpreter_line_runs_through_sh",
        "SpawnTests.Through_execFile_the_same_error_carries_cmd_and_empty_output",
        "SyncCallTests.A_program_that_is_not_found_gives_ENOENT_of_spawnSync_pid_0_no_status_and_no_output",
        "SyncCallTests.ExecFileSync_throws_for_a_program_that_is_not_found",
        "SyncCallTests.Output_is_null_where_it_is_no_pipe",
    ];

    public static bool IsSkipped(Case found) => Emulator.IsUsed && Names.Contains(found.Name);
}
