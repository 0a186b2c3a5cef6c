namespace TypedExec.Remote.Failures;

/// <summary>Recognizes kubectl's own failures. Its exit code 1 is also that of many commands, but its message differs.</summary>
internal static class KubectlFailures
{
    private static readonly string[] Beginnings =
        ["error: ", "Error from server", "The connection to the server", "Unable to connect to the server", "E0", "Unable to use a TTY", "error:"];

    public static CarrierFailure? Find(KubectlExec kubectl, FailedRun run)
    {
        if (run.ExitCode is not (1 or 126 or 127) || run.LineThatStartsWith("command terminated with exit code") is not null && !IsRuntime(run)
            || (run.LineThatStartsWith(Beginnings) ?? run.LineThatStartsWith("OCI runtime exec failed")) is not { } line)
        {
            return null;
        }

        return line switch
        {
            _ when FailedRun.Has(line, "NotFound", "not found", "no such container", "not valid for pod", "must specify", "doesn't have a resource") && !FailedRun.Has(line, "executable file") => new(
                CarrierFailureKind.NotFound, $"finds no {kubectl.Pod}, or no such container in it", "See kubectl get pods; Namespace, Context and Container may be others"),
            _ when FailedRun.Has(line, "executable file not found", "no such file or directory") => new(
                CarrierFailureKind.NotFound,
                $"cannot start the program in {kubectl.Pod}",
                kubectl.RemoteShell.IsEnabled
                    ? "The container seems to have no sh: name its shell by RemoteShell, or set RemoteShell to false"
                    : "See whether the image has it"),
            _ when FailedRun.Has(line, "Forbidden", "Unauthorized", "must be logged in", "provide credentials") => new(
                CarrierFailureKind.Refused, $"may not run commands in {kubectl.Pod}", "The user of the context needs the right to create pods/exec"),
            _ when FailedRun.Has(line, "connection to the server", "Unable to connect", "no such host", "dial tcp", "i/o timeout", "connection refused") => new(
                CarrierFailureKind.Unreachable, "cannot reach the cluster", "See whether it is up, and Context and KubeConfig"),
            _ when FailedRun.Has(line, "unexpected EOF", "lost connection", "connection reset", "stream error", "error reading from error stream") => new(
                CarrierFailureKind.ConnectionLost, $"has lost the connection to {kubectl.Pod}", "What the command had done by then is done"),
            _ => new(CarrierFailureKind.Unknown, $"could not run the command in {kubectl.Pod}", "See what it printed"),
        };
    }

    private static bool IsRuntime(FailedRun run) => run.LineThatStartsWith("OCI runtime exec failed", "error: Internal error occurred") is not null;
}
