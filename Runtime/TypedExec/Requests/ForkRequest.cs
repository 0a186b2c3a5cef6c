namespace TypedExec.Requests;

/// <summary>Creates the request of Node's <c>fork</c>: a program that runs a module, with a message channel.</summary>
internal static class ForkRequest
{
    private static readonly Stdio[] Inherited = [Stdio.Inherit, Stdio.Inherit, Stdio.Inherit, Stdio.Ipc];
    private static readonly Stdio[] Silent = [Stdio.Pipe, Stdio.Pipe, Stdio.Pipe, Stdio.Ipc];

    /// <exception cref="ArgumentException">An argument or option is invalid; the message names it.</exception>
    public static StartRequest Create(Executable executable, string modulePath, IEnumerable<string> args, ForkOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(modulePath);
        var run = new RunOptions(OptionLayers.Merge(options, executable.Defaults));
        if (run.Shell.IsEnabled)
        {
            throw new ArgumentException(
                "Fork doesn't support the option Shell, because the channel belongs to the program itself. Use Spawn with Stdio.Ipc.", nameof(options));
        }

        if (options.Stdio is not null && !options.Stdio.Contains(Stdio.Ipc))
        {
            throw new ArgumentException(
                "The option Stdio of Fork must contain one Ipc entry (ERR_CHILD_PROCESS_IPC_REQUIRED).", nameof(options));
        }

        var program = options.ExecPath is null ? executable : new Executable(options.ExecPath) { Defaults = executable.Defaults }[executable.Arguments];
        var invocation = Invocation.From(program, [.. options.ExecArgv ?? [], modulePath, .. args]);
        var stdio = options.Stdio ?? (options.Silent == true ? Silent : Inherited);
        return RequestFactory.Create(
            invocation, run, new SpawnOnlyOptions(stdio, null, options.Detached ?? false, options.Serialization ?? default, options.MaxUnread));
    }
}
