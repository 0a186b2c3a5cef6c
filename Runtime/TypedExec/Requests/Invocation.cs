namespace TypedExec.Requests;

/// <summary>A program and its arguments, the arguments as they may be shown, and the options that travel with them.</summary>
internal sealed record Invocation(
    string File, IReadOnlyList<string> Arguments, IReadOnlyList<string> ShownArguments, ProcessOptions? Defaults = null)
{
    public static Invocation Of(ICommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return Of(command.FileName, command.ToArguments(), command.Defaults);
    }

    public static Invocation Of(Executable executable, IEnumerable<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var own = Of(executable.FileName, arguments as CommandArguments ?? (IReadOnlyList<string>)[.. arguments], executable.Defaults);
        return executable.Subcommand.Count == 0 ? own : new Invocation(
            own.File,
            [.. executable.Subcommand, .. own.Arguments],
            [.. executable.Subcommand, .. own.ShownArguments],
            own.Defaults);
    }

    private static Invocation Of(string file, IReadOnlyList<string> arguments, ProcessOptions? defaults)
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

        return new Invocation(file, arguments, arguments is CommandArguments known ? known.Masked : arguments, defaults);
    }
}
