using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec.Children;

/// <summary>The exception for a child that could not be started, with the fields and the message of Node's error.</summary>
internal static class SpawnErrors
{
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
