using TypedExec.Generated;
using TypedExec.Requests;

namespace TypedExec.Remote.Carrying;

/// <summary>The environment of a remote process, set by <c>env</c>.</summary>
internal static class FarEnvironment
{
    /// <summary>A shorter value is masked in the displayed command but not in a program's output, because a value such as <c>1</c> isn't a secret.</summary>
    private const int ShortestSecret = 8;

    private const string MaskOfShort = "…";

    /// <summary>Puts <c>env</c> and the entries, if any, before the command.</summary>
    /// <exception cref="ArgumentException">An entry's name is invalid.</exception>
    public static (string FileName, IReadOnlyList<string> Arguments) Put(ProcessOptions options, ICommand command)
    {
        if (options.ClearEnv is not true && options.Env is null or { Count: 0 })
        {
            return (command.FileName, command.ToArguments());
        }

        var arguments = new CommandArguments();
        if (options.ClearEnv is true)
        {
            arguments.Add("-i");
        }

        foreach (var (name, value) in options.Env ?? new Dictionary<string, string?>())
        {
            Check(name, value);
            if (value is null)
            {
                arguments.Add("-u");
                arguments.Add(name);
            }
        }

        foreach (var (name, value) in options.Env ?? new Dictionary<string, string?>())
        {
            if (value is not null)
            {
                Add(arguments, name, value);
            }
        }

        if (command.FileName.Contains('=', StringComparison.Ordinal))
        {
            // env would treat it as another entry.
            string[] shell = ["sh", "-c", "exec \"$@\"", "sh"];
            foreach (var word in shell)
            {
                arguments.Add(word);
            }
        }

        arguments.AddCommand("The command", command);
        return ("env", arguments);
    }

    /// <summary>An entry as an argument, with its value masked.</summary>
    public static void Add(CommandArguments arguments, string name, string value)
        => arguments.AddSecret($"{name}={value}", $"{name}={(value.Length < ShortestSecret ? MaskOfShort : CommandArguments.Mask)}");

    /// <exception cref="ArgumentException">The name or the value isn't valid in an environment.</exception>
    public static void Check(string name, string? value)
    {
        if (name.Length == 0 || name.Contains('=', StringComparison.Ordinal) || name[0] == '-')
        {
            throw new ArgumentException($"The option Env has an entry named \"{name}\", which cannot travel.", nameof(ProcessOptions.Env));
        }

        ArgumentCheck.ThrowIfNul(name, nameof(ProcessOptions.Env));
        ArgumentCheck.ThrowIfNul(value, nameof(ProcessOptions.Env));
    }
}
