namespace TypedExec.Remote.Failures;

/// <summary>Recognizes sudo's own failures. Its exit code 1 is also that of many commands, but sudo names itself on stderr.</summary>
internal static class SudoFailures
{
    private const int Code = 1;

    public static CarrierFailure? Find(Sudo sudo, FailedRun run)
    {
        if (run.ExitCode != Code || run.LineThatStartsWith("sudo: ", "Sorry, user", "Sorry, try again") is null)
        {
            return null;
        }

        // Afterward, sudo names the part of it that had to stop.
        var line = string.Join('\n', run.Lines);

        var user = sudo.User ?? "root";
        return line switch
        {
            _ when FailedRun.Has(line, "password is required", "a terminal is required", "no tty present", "no askpass") => new(
                CarrierFailureKind.Refused,
                $"needs a password to run a command as {user}",
                "Allow the command without one in sudoers (NOPASSWD), or set NonInteractive to false if someone can type it"),
            _ when FailedRun.Has(line, "command not found") => new(
                CarrierFailureKind.NotFound, $"can't find the program for {user}", "sudo searches the secure_path of sudoers: pass the program's path"),
            _ when FailedRun.Has(line, "unknown user", "unknown uid") => new(
                CarrierFailureKind.NotFound, $"knows no user {user}", "Check the name, or pass an ID as #1000"),
            _ when FailedRun.Has(line, "unknown group", "unknown gid") => new(
                CarrierFailureKind.NotFound, $"doesn't know the group {sudo.Group}", "Check the name, or pass an ID as #1000"),
            _ when FailedRun.Has(line, "not allowed", "not in the sudoers", "may not run", "Sorry", "you are not permitted") => new(
                CarrierFailureKind.Refused, $"doesn't allow this user to run the command as {user}", "Allow it in sudoers; sudo -l shows what is allowed"),
            _ => new(CarrierFailureKind.Unknown, $"couldn't run the command as {user}", "Check its output, and sudo's configuration"),
        };
    }
}
