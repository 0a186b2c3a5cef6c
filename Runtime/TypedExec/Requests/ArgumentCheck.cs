namespace TypedExec.Requests;

/// <summary>The refusals that hold for every text which is handed to the operating system.</summary>
internal static class ArgumentCheck
{
    /// <summary>The operating system ends a text at its first NUL, so what follows it would be lost silently.</summary>
    public static void NoNul(string? text, string name)
    {
        if (text is not null && text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"{name} must not hold a NUL character: the program would see it cut off there.", name);
        }
    }

    public static void NotNegative(TimeSpan? time, string option)
    {
        if (time < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(option, time, $"The option {option} must not be negative; leave it null for no limit.");
        }
    }

    public static void KnownSignal(Signal signal, string name)
    {
        // Linux has 64: the named ones and the real-time ones.
        if ((int)signal is < 1 or > 64)
        {
            throw new ArgumentOutOfRangeException(name, signal, $"{name} is not a signal: use a member of {nameof(Signal)}.");
        }
    }
}
