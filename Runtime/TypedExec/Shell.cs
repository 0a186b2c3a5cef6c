namespace TypedExec;

/// <summary>
/// Node's <c>shell</c> option. <c>default</c> and <c>false</c>: no shell; <c>true</c>: the platform's default shell
/// (<c>/bin/sh</c>; on Windows <c>%ComSpec%</c>); a string: the path of the shell to use.
/// </summary>
public readonly struct Shell : IEquatable<Shell>
{
    private Shell(bool enabled, string? path)
    {
        IsEnabled = enabled;
        Path = path;
    }

    /// <summary>Whether a shell runs the command.</summary>
    public bool IsEnabled { get; }

    /// <summary>The shell's path, or null for the platform's default shell.</summary>
    public string? Path { get; }

    /// <summary><c>true</c> is the default shell, <c>false</c> none.</summary>
    /// <param name="enabled">Whether the default shell runs the command.</param>
    public static implicit operator Shell(bool enabled) => FromBoolean(enabled);

    /// <summary>The shell with this path.</summary>
    /// <param name="path">The shell's path or name.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or holds a NUL.</exception>
    public static implicit operator Shell(string path) => FromString(path);

    /// <summary><c>true</c> is the default shell, <c>false</c> none.</summary>
    /// <param name="enabled">Whether the default shell runs the command.</param>
    public static Shell FromBoolean(bool enabled) => new(enabled, null);

    /// <summary>The shell with this path.</summary>
    /// <param name="path">The shell's path or name.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or holds a NUL.</exception>
    public static Shell FromString(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("The option Shell must not hold a NUL character.", nameof(path));
        }

        return new Shell(true, path);
    }

    /// <inheritdoc/>
    public bool Equals(Shell other) => IsEnabled == other.IsEnabled && Path == other.Path;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shell other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsEnabled, Path);

    /// <summary>Whether two values name the same shell.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Shell left, Shell right) => left.Equals(right);

    /// <summary>Whether two values name different shells.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Shell left, Shell right) => !left.Equals(right);
}
