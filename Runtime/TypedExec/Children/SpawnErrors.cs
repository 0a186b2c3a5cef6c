using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec.Children;

/// <summary>
/// Creates the exceptions for a child that couldn't be started, with the properties and the message of Node's error, and for one
/// whose exit status was lost.
/// </summary>
internal static class SpawnErrors
{
    /// <summary>For a child that other code in this process has reaped, so that its exit status is unknown.</summary>
    public static ExecException StatusLost(string command) => new(StatusText.Describe(command, default))
    {
        Code = Errno.Name(Errno.ECHILD),
        Errno = -Errno.ECHILD,
        Syscall = "waitid",
        Cmd = command,
    };

    /// <param name="failure">The platform's failure.</param>
    /// <param name="request">The request to start.</param>
    /// <param name="call"><c>spawn</c> or <c>spawnSync</c>.</param>
    public static ExecException From(SpawnFailureException failure, StartRequest request, string call)
    {
        var name = Errno.Name(failure.Errno);
        var syscall = failure.Syscall ?? $"{call} {request.File}";
        var subject = failure is { Syscall: not null, Path: not null } ? $" '{failure.Path}'" : "";
        var hint = failure.Hint is null ? "" : $": {failure.Hint}";
        return new ExecException($"{syscall} {name}{subject}{hint}")
        {
            Code = name,
            Errno = -failure.Errno,
            Syscall = syscall,
            Path = failure.Path ?? request.File,
            SpawnArgs = request.MaskedArguments,
            Cmd = request.Command,
        };
    }
}
