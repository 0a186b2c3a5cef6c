namespace TypedExec.Requests;

/// <summary>The environment of one child: the parent's, merged with the option <c>Env</c>, or only the latter.</summary>
internal sealed class ChildEnvironment
{
    /// <summary>The default path of glibc's execvp(3) if the environment has no PATH.</summary>
    private const string DefaultPath = "/bin:/usr/bin";

    private readonly Dictionary<string, string> _entries;

    public ChildEnvironment(Dictionary<string, string> entries) => _entries = entries;

    /// <summary>Exposed as a dictionary, because its enumerator costs nothing.</summary>
    public Dictionary<string, string> Entries => _entries;

    /// <summary>Gets the PATH on which the program is looked up: the child's own, as in Node.</summary>
    public string Path => _entries.GetValueOrDefault("PATH", DefaultPath);

    /// <param name="changes">The option <c>Env</c>.</param>
    /// <param name="clear">True if the environment consists only of that.</param>
    /// <param name="channel">The entry that describes the channel, or null.</param>
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
            ArgumentCheck.ThrowIfNul(value, $"Env[\"{key}\"]");
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

    /// <summary>Returns the same environment with one entry replaced, or removed if the value is null.</summary>
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
        ArgumentCheck.ThrowIfNul(key, "A name in the option Env");
        if (key.Length == 0 || key.Contains('=', StringComparison.Ordinal))
        {
            throw new ArgumentException($"The option Env contains the name \"{key}\". A name must not be empty or contain '='.", nameof(key));
        }
    }
}
