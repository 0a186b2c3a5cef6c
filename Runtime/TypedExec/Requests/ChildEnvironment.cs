namespace TypedExec.Requests;

/// <summary>The environment of one child: the parent's, with the option <c>Env</c> merged over it, or that alone.</summary>
internal sealed class ChildEnvironment
{
    /// <summary>What execvp(3) of glibc searches when the environment has no PATH.</summary>
    private const string DefaultPath = "/bin:/usr/bin";

    private readonly Dictionary<string, string> _entries;

    public ChildEnvironment(Dictionary<string, string> entries) => _entries = entries;

    /// <summary>As it is, as its enumerator costs nothing.</summary>
    public Dictionary<string, string> Entries => _entries;

    /// <summary>The PATH on which the program is looked up: the child's own, as in Node.</summary>
    public string Path => _entries.GetValueOrDefault("PATH", DefaultPath);

    /// <param name="changes">The option <c>Env</c>.</param>
    /// <param name="clear">Whether that is all there is.</param>
    /// <param name="channel">What tells the child of its channel, or null.</param>
    public static ChildEnvironment From(
        IReadOnlyDictionary<string, string?>? changes, bool clear, IReadOnlyDictionary<string, string>? channel)
    {
        if (!clear && changes is null && channel is null)
        {
            return ParentEnvironment.Current;
        }

        var entries = clear ? new Dictionary<string, string>(KeyComparer) : new(ParentEnvironment.Current._entries, KeyComparer);
        foreach (var (key, value) in changes ?? new Dictionary<string, string?>())
        {
            CheckKey(key);
            ArgumentCheck.NoNul(value, $"Env[\"{key}\"]");
            if (value is null)
            {
                entries.Remove(key);
            }
            else
            {
                entries[key] = value;
            }
        }

        foreach (var (key, value) in channel ?? new Dictionary<string, string>())
        {
            entries[key] = value;
        }

        return new ChildEnvironment(entries);
    }

    /// <summary>The same with one entry said anew; without it where the value is null.</summary>
    public ChildEnvironment With(string name, string? value)
    {
        var entries = new Dictionary<string, string>(_entries, KeyComparer);
        if (value is null)
        {
            entries.Remove(name);
        }
        else
        {
            entries[name] = value;
        }

        return new ChildEnvironment(entries);
    }

    public static StringComparer KeyComparer => OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static void CheckKey(string key)
    {
        ArgumentCheck.NoNul(key, "A name in the option Env");
        if (key.Length == 0 || key.Contains('=', StringComparison.Ordinal))
        {
            throw new ArgumentException($"The option Env has the name \"{key}\": a name is not empty and holds no '='.", nameof(key));
        }
    }
}
