using TypedExec.Shells;

namespace TypedExec.Requests;

/// <summary>The settings of a child that aren't options of every call; <c>default</c> is the default of each.</summary>
internal readonly record struct SpawnOnlyOptions(
    IReadOnlyList<Stdio>? Stdio, string? Argv0 = null, bool Detached = false, Serialization Serialization = Serialization.Json,
    long? MaxUnread = null, bool IsComplete = false, TerminalSize? Terminal = null,
    TerminalInput? TerminalInput = null, bool IsFed = false);

/// <summary>Creates a request to start a child from an invocation and its options, or rejects them.</summary>
internal static class RequestFactory
{
    private static readonly IReadOnlyList<Stdio> DefaultStdio = [Stdio.Pipe, Stdio.Pipe, Stdio.Pipe];

    /// <summary>Node's default shell.</summary>
    public static string DefaultShell => OperatingSystem.IsWindows() ? Environment.GetEnvironmentVariable("ComSpec") ?? "cmd.exe" : "/bin/sh";

    /// <summary>
    /// Creates the request for a program that runs by itself or, with the option <c>Shell</c>, through a shell with its arguments
    /// quoted.
    /// </summary>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    /// <exception cref="PlatformNotSupportedException">An option isn't supported on this platform; the message names it.</exception>
    public static StartRequest Create(
        Invocation invocation, RunOptions options, SpawnOnlyOptions setup = default)
    {
        if (options.Shell.IsEnabled)
        {
            var line = ShellCommand.FromInvocation(invocation);
            return Create(line, options, setup);
        }

        return Create(
            invocation, invocation, Join(invocation.File, invocation.MaskedArguments), options, setup, Secrets(invocation),
            CarriedRequest.From(invocation));
    }

    /// <summary>Creates the request for a command line that a shell runs.</summary>
    /// <exception cref="ArgumentException">An option or a hole is invalid; the message names it.</exception>
    public static StartRequest Create(
        ShellCommand line, RunOptions options, SpawnOnlyOptions setup = default)
    {
        var shell = options.Shell.Path ?? DefaultShell;
        var dialect = ShellDialect.Find(shell, OperatingSystem.IsWindows() ? Search(options).IsBatchFile : null);
        var arguments = dialect.Arguments(line.Render(dialect, masked: false));
        var shown = line.Render(dialect, masked: true);
        var invocation = new Invocation(shell, arguments, dialect.Arguments(shown));
        options = dialect.IsVerbatim ? options with { WindowsVerbatimArguments = true } : options;
        return Create(
            invocation, line.Invocation ?? invocation, shown, options, setup, line.Secrets,
            CarriedRequest.From(line.Invocation, carrier => dialect.Arguments(ShellCommand.FromInvocation(carrier).Render(dialect, masked: false))));
    }

    /// <summary>Looks for a program as cmd.exe will, in the child's directory and on its PATH.</summary>
    private static CmdSearch Search(RunOptions options)
    {
        var environment = ChildEnvironment.From(options.Env, options.ClearEnv, null);
        return new CmdSearch(
            Path.GetFullPath(options.Cwd is { Length: > 0 } cwd ? cwd : "."),
            // Variables that libuv takes from the parent exist for the child even if they were removed.
            name => environment.Entries.GetValueOrDefault(name) ?? (name == "PATH" ? Environment.GetEnvironmentVariable(name) : null),
            File.Exists);
    }

    private static StartRequest Create(
        Invocation invocation, Invocation said, string command, RunOptions options, SpawnOnlyOptions setup, IReadOnlyList<string> secrets,
        CarriedRequest? carried)
    {
        OptionCheck.Check(options);
        OptionCheck.MaxUnread(setup.MaxUnread);
        OptionCheck.NotBoth(options.KillOnParentExit, setup.Detached);
        ArgumentCheck.ThrowIfNul(setup.Argv0, nameof(SpawnOptions.Argv0));
        var first = setup.Argv0 ?? invocation.File;
        var stdio = setup.Stdio is null ? DefaultStdio : setup.IsComplete ? setup.Stdio : OptionCheck.Complete(setup.Stdio);
        if (setup.Terminal is { } size)
        {
            OptionCheck.Terminal(size, stdio);
            stdio = [Stdio.Terminal, Stdio.Terminal, Stdio.Terminal, .. stdio.Skip(3)];
        }

        var files = FollowFiles(ref stdio);
        var ipc = OptionCheck.IpcIndex(stdio);
        var argv = Argv(first, invocation.Arguments);
        var request = new StartRequest
        {
            File = invocation.File,
            Invocation = said,
            Carried = carried,
            IsFed = setup.IsFed,
            Argv = argv,
            MaskedArgv = ReferenceEquals(invocation.Arguments, invocation.MaskedArguments)
                ? argv
                : Argv(first, invocation.MaskedArguments),
            Command = command,
            Secrets = secrets,
            Stdio = stdio,
            Files = files,
            Options = options,
            Environment = ChildEnvironment.From(
                setup.Terminal is null ? options.Env : TerminalVariables.AddTo(options.Env, options.ClearEnv, isAttended: setup.TerminalInput is null), options.ClearEnv, ipc is { } index ? ChannelVariables.For(index, setup.Serialization) : null),
            Detached = setup.Detached,
            Terminal = setup.Terminal,
            TerminalInput = setup.TerminalInput,
            IpcIndex = ipc,
            Serialization = setup.Serialization,
            MaxUnread = setup.MaxUnread ?? SpawnOptions.DefaultMaxUnread,
        };
        return request;
    }

    /// <summary>Copied one by one: a spread would make a list and an enumerator for each child.</summary>
    private static string[] Argv(string first, IReadOnlyList<string> arguments)
    {
        var argv = new string[1 + arguments.Count];
        argv[0] = first;
        for (var i = 0; i < arguments.Count; i++)
        {
            argv[i + 1] = arguments[i];
        }

        return argv;
    }

    private static IReadOnlyList<string> Secrets(Invocation invocation)
        => ReferenceEquals(invocation.Arguments, invocation.MaskedArguments) ? []
            : SecretTexts.Find(invocation);

    /// <summary>Replaces the caller's file streams with their handles.</summary>
    private static IReadOnlyList<FollowedFile> FollowFiles(ref IReadOnlyList<Stdio> stdio)
    {
        var isAny = false;
        for (var i = 0; i < stdio.Count; i++)
        {
            isAny |= stdio[i].Target is FileStream;
        }

        if (!isAny)
        {
            return [];
        }

        var files = new Dictionary<FileStream, FollowedFile>();
        var entries = stdio.ToArray();
        foreach (ref var entry in entries.AsSpan())
        {
            if (entry.Target is FileStream stream)
            {
                if (!files.TryGetValue(stream, out var file))
                {
                    files.Add(stream, file = new FollowedFile(stream));
                }

                entry = Stdio.From(file.Handle);
            }
        }

        stdio = entries;
        return [.. files.Values];
    }

    /// <summary>Creates Node's <c>cmd</c>, which is for people and so unquoted.</summary>
    private static string Join(string file, IReadOnlyList<string> arguments)
        => arguments.Count == 0 ? file : $"{file} {string.Join(' ', arguments)}";
}
