namespace TypedExec.Remote.Failures;

/// <summary>
/// Recognizes ssh's own failures. Its exit code 255 is also that of a command that exits with 255 or by a signal; ssh's stderr decides.
/// </summary>
internal static class SshFailures
{
    private const int Code = 255;

    private static readonly string[] Beginnings =
    [
        "ssh: ", "Permission denied", "Host key verification failed", "No ED25519 host key is known", "Connection closed by", "Connection reset by",
        "Connection timed out", "Connection to ", "client_loop: ", "kex_exchange_identification", "ssh_exchange_identification", "Timeout, server",
        "Bad owner or permissions", "command-line: ", "Received disconnect from", "Disconnected from", "Load key", "mux_client_", "muxclient",
        "Unable to negotiate", "Too many authentication failures", "banner exchange", "Bad configuration option", "Read from remote host",
        "Write failed", "packet_write_", "ssh_dispatch_run_fatal", "Could not request local forwarding", "Authentication failed",
        "channel 0: open failed", "ControlPath ", "unix_listener:", "Can't open user config file", "no such identity",
    ];

    public static CarrierFailure? Find(Ssh ssh, FailedRun run)
    {
        if (run.ExitCode != Code || FindLine(run) is not { } line)
        {
            return null;
        }

        var host = ssh.Host;
        return line switch
        {
            _ when FailedRun.Has(line, "Host key verification failed", "host key is known") => new(
                CarrierFailureKind.Untrusted,
                $"doesn't trust the key of {host}",
                "Compare the key with the host's own, and add it to the known hosts, for example with ssh-keyscan; a changed key may indicate an attack"),
            _ when FailedRun.Has(line, "Permission denied", "Too many authentication failures", "Authentication failed", "Bad owner or permissions", "no such identity") => new(
                CarrierFailureKind.Refused,
                $"cannot log in to {host}",
                "Set IdentityFile or User, or authorize the key for the remote user, for example with ssh-copy-id; to enter a password, set BatchMode to false"),
            _ when FailedRun.Has(line, "Connection refused", "Could not resolve", "No route to host", "Network is unreachable", "timed out", "Host is down", "during banner exchange")
                && !FailedRun.Has(line, "Read from") => new(
                CarrierFailureKind.Unreachable,
                $"cannot reach {host}",
                "Check whether the host is up, its name and Port are correct, and its sshd is running"),
            _ when FailedRun.Has(line, "closed by remote host", "Broken pipe", "reset by", "Timeout, server", "Connection closed by", "disconnect", "Read from remote host", "Write failed") => new(
                CarrierFailureKind.ConnectionLost,
                $"lost the connection to {host}",
                "The remote process is ended, but its work until then isn't undone"),
            _ => new(CarrierFailureKind.Unknown, $"has failed for {host}", "Check its output, and ssh's configuration"),
        };
    }

    /// <summary>ssh's last own line, because warnings and a banner precede it. A line about a key is only the reason for a rejection.</summary>
    private static string? FindLine(FailedRun run)
        => run.LineThatStartsWith("Host key verification failed", "Permission denied")
            ?? run.LineThatStartsWith(Beginnings)
            ?? run.Lines.LastOrDefault(static line => line.Contains(": Permission denied (", StringComparison.Ordinal));
}
