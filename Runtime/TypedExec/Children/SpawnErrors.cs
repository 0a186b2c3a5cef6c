using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec.Children;

/// <summary>The exceptions for a child that could not be started, with the fields and the message of Node's error, and for one whose end was lost.</summary>
internal static class SpawnErrors
{
    /// <summary>For a child that something else in this process has reaped, so that nobody knows how it ended.</summary>
    public static ExecException StatusLost(string command) => new(StatusText.Describe(command, default))
    {
        Code = Errno.Name(Errno.ECHILD),
        Errno = -Errno.ECHILD,
        Syscall = "waitid",
        Cmd = command,
    };

    /// <param name="failure">What the platform says.</param>
    /// <param name="request">What was to be started.</param>
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
