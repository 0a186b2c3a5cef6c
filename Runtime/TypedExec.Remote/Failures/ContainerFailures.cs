using TypedExec.Remote.Carrying;

namespace TypedExec.Remote.Failures;

/// <summary>
/// Failures of docker and podman: 125 is their own; 126 and 127 mean that the program couldn't be started. But any of these, as well as 1 and
/// 255, may be the command's exit code too, so their output decides.
/// </summary>
internal static class ContainerFailures
{
    public static CarrierFailure? Find(ITransport carrier, string container, FailedRun run)
    {
        if (run.ExitCode is not (1 or 125 or 126 or 127 or 255) || FindLine(run) is not { } line)
        {
            return null;
        }

        return line switch
        {
            _ when FailedRun.Has(line, "no such container", "no container with name", "is not running", "container state improper", "can only create exec sessions on running") => new(
                CarrierFailureKind.NotFound, $"finds no running {container}", $"See {carrier.FileName} ps; a container that has stopped has to be started first"),
            _ when FailedRun.Has(line, "executable file not found", "no such file or directory: unknown", "not found in $PATH", "no such file or directory: OCI") => new(
                CarrierFailureKind.NotFound,
                $"cannot start the program in the {container}",
                carrier is DockerExec { RemoteShell.IsEnabled: true }
                    ? "The container seems to have no sh: name its shell by RemoteShell, or set RemoteShell to false"
                    : "See whether the image has it"),
            _ when FailedRun.Has(line, "No such image", "pull access denied", "manifest unknown", "repository does not exist", "short-name", "image not known", "did not resolve to an alias", "initializing source", "Unable to find image") => new(
                CarrierFailureKind.NotFound, $"cannot get the image for the {container}", "See its name and tag, and whether the registry lets this user in"),
            _ when FailedRun.Has(line, "Cannot connect to the", "error during connect", "connection refused", "Is the docker daemon running", "unable to connect to Podman") => new(
                CarrierFailureKind.Unreachable, "cannot reach its daemon", "Start the daemon, or set Daemon or Context"),
            _ when FailedRun.Has(line, "permission denied", "unable to find user", "not authorized") => new(
                CarrierFailureKind.Refused, $"is refused access to the {container}", "See whether this user may use the daemon, and whether the container has the User"),
            _ => new(CarrierFailureKind.Unknown, $"could not run the command in the {container}", "See what it printed"),
        };
    }

    private static string? FindLine(FailedRun run)
        => run.LineThatStartsWith("Error response from daemon", "docker: ", "Error: ", "OCI runtime", "Cannot connect to the", "error during connect", "permission denied while trying to connect", "unable to find user", "Unable to find image")
            is not { } line ? null
            // podman prints the relevant text before the runtime's name.
            : run.ExitCode is 1 or 255 && line.StartsWith("Error: ", StringComparison.Ordinal) && !FailedRun.Has(line, "container", "podman", "OCI", "exec session") ? null : line;
}
