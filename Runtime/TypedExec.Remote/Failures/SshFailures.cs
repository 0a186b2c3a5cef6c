namespace TypedExec.Remote.Failures;

/// <summary>
/// ssh's own failures. All of them, and a command that ends with 255 or by a signal, give the exit code 255; ssh says which on stderr.
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
                $"does not trust the key of {host}",
                "Compare the key with the host's own, and add it to the known hosts, as by ssh-keyscan; a key that has changed may be a sign of an attack"),
            _ when FailedRun.Has(line, "Permission denied", "Too many authentication failures", "Authentication failed", "Bad owner or permissions", "no such identity") => new(
                CarrierFailureKind.Refused,
                $"cannot log in to {host}",
                "Set IdentityFile or User, or let the remote user accept the key, as by ssh-copy-id; for a password set BatchMode to false"),
            _ when FailedRun.Has(line, "Connection refused", "Could not resolve", "No route to host", "Network is unreachable", "timed out", "Host is down", "during banner exchange")
                && !FailedRun.Has(line, "Read from") => new(
                CarrierFailureKind.Unreachable,
                $"cannot reach {host}",
                "See whether the host is up, its name and Port are right, and its sshd is running"),
            _ when FailedRun.Has(line, "closed by remote host", "Broken pipe", "reset by", "Timeout, server", "Connection closed by", "disconnect", "Read from remote host", "Write failed") => new(
                CarrierFailureKind.ConnectionLost,
                $"has lost the connection to {host}",
                "What the command had done by then is done; its process there is ended"),
            _ => new(CarrierFailureKind.Unknown, $"has failed for {host}", "See what it printed, and ssh's configuration"),
        };
    }

    /// <summary>The last of ssh's own lines, as its warnings and a banner come first. What it says of a key only leads to a refusal.</summary>
    private static string? FindLine(FailedRun run)
        => run.LineThatStartsWith("Host key verification failed", "Permission denied")
            ?? run.LineThatStartsWith(Beginnings)
            ?? run.Lines.LastOrDefault(static line => line.Contains(": Permission denied (", StringComparison.Ordinal));
}
