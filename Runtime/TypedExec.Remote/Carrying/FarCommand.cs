using TypedExec.Generated;

namespace TypedExec.Remote.Carrying;

/// <summary>A command as the remote side receives it: its words, preceded by the environment, and its directory.</summary>
internal sealed class FarCommand : ICommand
{
    private readonly IReadOnlyList<string> _arguments;

    private FarCommand(ICommand command, ProcessOptions? options)
    {
        Command = command;
        Options = options ?? new();
        Directory = Options.Cwd switch
        {
            null or "" => null,
            ['/', ..] or ['~', ..] or [_, ':', ..] => Options.Cwd,
            // So that cd neither searches CDPATH nor treats "-" as the previous directory.
            var relative => $"./{relative}",
        };
        (FileName, _arguments) = FarEnvironment.Put(Options, command);
    }

    /// <summary>The command without its environment.</summary>
    public ICommand Command { get; }

    public ProcessOptions Options { get; }

    public string FileName { get; }

    /// <summary>The working directory, or null for the remote side's default.</summary>
    public string? Directory { get; }

    public IReadOnlyList<string> ToArguments() => _arguments;

    /// <exception cref="ArgumentException">An option can't be carried; the message names it.</exception>
    public static FarCommand From(ICommand command, ITransport transport) => From(command, command.Defaults, transport);

    public static FarCommand From(string fileName, IReadOnlyList<string> arguments, ProcessOptions? options, ITransport transport)
        => From(new Executable(fileName)[arguments], options, transport);

    private static FarCommand From(ICommand command, ProcessOptions? options, ITransport transport)
    {
        if (options is not null)
        {
            TravellingOptions.ThrowIfOnlyHere(options, transport);
            if (options.Shell is { IsEnabled: true } shell)
            {
                command = new ShellLineCommand(ShellCommand.FromCommand(command), shell.Path ?? "sh");
            }

            if (transport.IsHere)
            {
                options = options with { Cwd = null };
            }
        }

        return new FarCommand(command, options);
    }

    /// <summary>The words that follow a carrier's own. Secrets stay masked.</summary>
    public IReadOnlyList<string> After(IReadOnlyList<string> carrier)
    {
        var arguments = (CommandArguments)CommandArguments.Concat(carrier, []);
        arguments.AddCommand("The command", this);
        return arguments;
    }

    /// <summary>The words, run by a shell that changes the directory first if there is one.</summary>
    /// <exception cref="ArgumentException">There is a directory but no shell.</exception>
    public IReadOnlyList<string> InDirectoryAfter(IReadOnlyList<string> carrier, Shell shell)
        => Directory is null ? After(carrier)
            : shell.IsEnabled ? After([.. carrier, shell.Path ?? "sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", Directory])
            : throw new ArgumentException("The option Cwd needs a shell on the remote side, but RemoteShell is false.", nameof(ProcessOptions.Cwd));

    /// <summary>A carrier's arguments with its own option for the directory inserted before the last one.</summary>
    public static IReadOnlyList<string> WithDirectory(IReadOnlyList<string> carrier, string option, string? directory)
        => directory is null ? carrier : [.. carrier.Take(carrier.Count - 1), option, directory, carrier[^1]];
}
