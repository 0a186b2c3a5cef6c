namespace TypedExec.Requests;

/// <summary>The checks that apply to every text that is handed to the operating system.</summary>
internal static class ArgumentCheck
{
    /// <summary>Rejects a NUL: the operating system ends a text at its first NUL, so the rest would be lost silently.</summary>
    public static void ThrowIfNul(string? text, string name)
    {
        if (text is not null && text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"{name} must not contain a NUL character, because the program would see it truncated there.", name);
        }
    }

    public static void NotNegative(TimeSpan? time, string option)
    {
        if (time < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(option, time, $"The option {option} must not be negative. Leave it null for no limit.");
        }
    }

    public static void KnownSignal(Signal signal, string name)
    {
        // Linux has 64: the named ones and the real-time ones.
        if ((int)signal is < 1 or > 64)
        {
            throw new ArgumentOutOfRangeException(name, signal, $"{name} isn't a valid signal. Use a member of {nameof(Signal)}.");
        }
    }
}
