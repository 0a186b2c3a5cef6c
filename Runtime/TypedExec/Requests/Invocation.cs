using TypedExec.Generated;

namespace TypedExec.Requests;

/// <summary>A program and its arguments, the arguments for display, and the default options of the command.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="MaskedArguments">The arguments with secrets masked.</param>
/// <param name="Defaults">The default options of the command.</param>
/// <param name="Command">The command as a value, or null for the static methods, which only have an array.</param>
internal sealed record Invocation(
    string File, IReadOnlyList<string> Arguments, IReadOnlyList<string> MaskedArguments, ProcessOptions? Defaults = null, ICommand? Command = null)
{
    public static Invocation From(ICommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return From(command.FileName, command.ToArguments(), command.Defaults, command);
    }

    public static Invocation From(Executable executable, IEnumerable<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        // A caller's lists are copied because they may change. Those of commands remember which values are secret.
        return From(
            executable.FileName,
            executable.Arguments.Count > 0
                ? CommandArguments.Concat(executable.Arguments, arguments)
                : arguments as CommandArguments ?? (IReadOnlyList<string>)arguments.ToArray(),
            executable.Defaults);
    }

    private static Invocation From(string file, IReadOnlyList<string> arguments, ProcessOptions? defaults, ICommand? command = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        ArgumentCheck.ThrowIfNul(file, nameof(file));
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is null)
            {
                throw new ArgumentException($"Argument {i} is null. Omit it, or pass an empty string.", nameof(arguments));
            }

            ArgumentCheck.ThrowIfNul(arguments[i], $"Argument {i}");
        }

        return new Invocation(file, arguments, arguments is CommandArguments known ? known.Masked : arguments, defaults, command);
    }
}
