using TypedExec.Stress;

namespace TypedExec.Tests;

/// <summary>The cases about programs that can't be started, which need a posix_spawn(3) that reports it.</summary>
internal static class NeedStartFailures
{
    public const string Reason = "QEMU's vfork copies the process, so posix_spawn reports no failure; a C program sees the same";

    private static readonly HashSet<string> Names =
    [
        "SpawnOptionTests.A_file_that_is_not_executable_is_skipped_for_a_later_one_on_the_PATH",
        "SecretTests.The_errors_of_sync_calls_do_not_reveal_the_secret",
        "SpawnTests.A_child_that_failed_to_start_has_streams_but_no_pid",
        "SpawnTests.A_child_that_failed_to_start_has_the_errno_as_exit_code",
        "SpawnTests.A_cwd_that_does_not_exist_gives_ENOENT_with_the_programs_name_as_path",
        "SpawnTests.The_message_names_a_cwd_that_does_not_exist",
        "SpawnTests.A_failed_spawn_faults_the_awaited_task",
        "SpawnTests.A_program_that_is_not_executable_gives_the_same_error_with_EACCES",
        "SpawnTests.A_program_that_is_not_found_gives_error_ENOENT_and_close_and_no_spawn_or_exit",
        "SpawnTests.A_script_without_an_interpreter_line_runs_through_sh",
        "SpawnTests.With_execFile_the_same_error_has_cmd_and_empty_output",
        "SyncCallTests.A_program_that_is_not_found_gives_ENOENT_of_spawnSync_pid_0_no_status_and_no_output",
        "SyncCallTests.ExecFileSync_throws_for_a_program_that_is_not_found",
        "SyncCallTests.Output_is_null_unless_it_is_a_pipe",
    ];

    public static bool IsSkipped(Case found) => Emulator.IsUsed && Names.Contains(found.Name);
}
