namespace TypedExec.Remote.Failures;

/// <summary>sudo's own failures: the exit code is 1, as of many commands, and sudo says on stderr that it was sudo.</summary>
internal static class SudoFailures
{
    private const int Code = 1;

    public static CarrierFailure? Find(Sudo sudo, FailedRun run)
    {
        if (run.ExitCode != Code || run.LineThatStartsWith("sudo: ", "Sorry, user", "Sorry, try again") is null)
        {
            return null;
        }

        // Which of its parts could not go on then, sudo says afterwards.
        var line = string.Join('\n', run.Lines);

        var user = sudo.User ?? "root";
        return line switch
        {
            _ when FailedRun.Has(line, "password is required", "a terminal is required", "no tty present", "no askpass") => new(
                CarrierFailureKind.Refused,
                $"needs a password to run a command as {user}",
                "Allow the command without one in sudoers (NOPASSWD), or set NonInteractive to false where somebody can type it"),
            _ when FailedRun.Has(line, "command not found") => new(
                CarrierFailureKind.NotFound, $"finds no such program for {user}", "sudo looks on the secure_path of sudoers: name the program by its path"),
            _ when FailedRun.Has(line, "unknown user", "unknown uid") => new(
                CarrierFailureKind.NotFound, $"knows no user {user}", "See the name, or pass an id as #1000"),
            _ when FailedRun.Has(line, "unknown group", "unknown gid") => new(
                CarrierFailureKind.NotFound, $"knows no group {sudo.Group}", "See the name, or pass an id as #1000"),
            _ when FailedRun.Has(line, "not allowed", "not in the sudoers", "may not run", "Sorry", "you are not permitted") => new(
                CarrierFailureKind.Refused, $"does not let this user run the command as {user}", "Allow it in sudoers; sudo -l shows what is allowed"),
            _ => new(CarrierFailureKind.Unknown, $"could not run the command as {user}", "See what it printed, and sudo's configuration"),
        };
    }
}
