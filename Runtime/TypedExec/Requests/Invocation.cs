namespace TypedExec.Requests;

/// <summary>A program and its arguments, and the arguments as they may be shown.</summary>
internal sealed record Invocation(string File, IReadOnlyList<string> Arguments, IReadOnlyList<string> ShownArguments)
{
    public static Invocation Of(ICommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return Of(command.File, command.ToArguments());
    }

    public static Invocation Of(Executable executable, IEnumerable<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var own = Of(executable.File, arguments as CommandArguments ?? (IReadOnlyList<string>)[.. arguments]);
        return executable.Subcommand.Count == 0 ? own : new Invocation(
            own.File,
            [.. executable.Subcommand, .. own.Arguments],
            [.. executable.Subcommand, .. own.ShownArguments]);
    }

    private static Invocation Of(string file, IReadOnlyList<string> arguments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        ArgumentCheck.NoNul(file, nameof(file));
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is null)
            {
                throw new ArgumentException($"Argument {i} is null: leave it out, or pass an empty string.", nameof(arguments));
            }

            ArgumentCheck.NoNul(arguments[i], $"Argument {i}");
        }

        return new Invocation(file, arguments, arguments is CommandArguments known ? known.Masked : arguments);
    }
}
