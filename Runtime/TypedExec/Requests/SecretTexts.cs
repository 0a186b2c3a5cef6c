using TypedExec.Generated;

namespace TypedExec.Requests;

/// <summary>The secret values of a command, which are masked in what a program prints.</summary>
internal static class SecretTexts
{
    private const int ShortestLine = 8;
    private const int ShortestPart = 4;

    /// <summary>Finds the secrets of a command, and those of a command that is one of its arguments.</summary>
    public static IReadOnlyList<string> Find(Invocation invocation)
        => [.. Find(invocation.Arguments, invocation.MaskedArguments), .. (invocation.Arguments as CommandArguments)?.InnerSecrets ?? []];

    /// <summary>Finds the secrets among arguments, some of which are masked.</summary>
    /// <param name="arguments">The real arguments.</param>
    /// <param name="masked">The arguments for display.</param>
    public static IEnumerable<string> Find(IReadOnlyList<string> arguments, IReadOnlyList<string> masked)
    {
        if (ReferenceEquals(arguments, masked))
        {
            yield break;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (!ReferenceEquals(arguments[i], masked[i]) && arguments[i] != masked[i] && Unmask(arguments[i], masked[i]) is { Length: > 0 } secret)
            {
                yield return secret;
            }
        }
    }

    /// <summary>Replaces every secret in a text; longer ones first, because one may contain another.</summary>
    /// <remarks>
    /// Each line of a multi-line secret is a secret too, because a program may print it with other line endings, or a message
    /// may contain only its last lines.
    /// </remarks>
    public static string Mask(string text, IReadOnlyList<string> secrets)
    {
        foreach (var secret in secrets.Concat(secrets.SelectMany(Lines)).OrderByDescending(static secret => secret.Length))
        {
            text = text.Replace(secret, CommandArguments.Mask, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>
    /// Replaces every secret in the end of a text, including one that begins before it or is cut off at its end.
    /// </summary>
    /// <param name="start">Where the end begins.</param>
    /// <param name="text">The text.</param>
    /// <param name="secrets">The secrets.</param>
    public static string MaskFrom(int start, string text, IReadOnlyList<string> secrets)
    {
        foreach (var secret in secrets)
        {
            var index = start == 0 ? -1 : text.IndexOf(secret, Math.Max(0, start - secret.Length + 1), StringComparison.Ordinal);
            if (index >= 0 && index < start)
            {
                start = Math.Max(start, index + secret.Length);
            }
        }

        return MaskOutput(text[start..], secrets);
    }

    /// <summary>
    /// Like <see cref="Mask"/>, for what a program has printed so far: a program that is stopped, or whose output is cut at a
    /// limit, may have printed the first part of a secret.
    /// </summary>
    public static string MaskOutput(string text, IReadOnlyList<string> secrets)
    {
        text = Mask(text, secrets);
        var length = secrets.Concat(secrets.SelectMany(Lines)).Select(secret => PartLength(text, secret)).DefaultIfEmpty().Max();
        return length == 0 ? text : string.Concat(text.AsSpan(0, text.Length - length), CommandArguments.Mask);
    }

    private static int PartLength(string text, string secret)
    {
        for (var length = Math.Min(secret.Length - 1, text.Length); length >= ShortestPart; length--)
        {
            if (text.AsSpan().EndsWith(secret.AsSpan(0, length), StringComparison.Ordinal))
            {
                return length;
            }
        }

        return 0;
    }

    // A short line, such as a bracket, reveals nothing, and masking it everywhere would hide what a program prints.
    private static IEnumerable<string> Lines(string secret)
        => secret.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } lines
            ? lines.Where(static line => line.Length >= ShortestLine)
            : [];

    /// <summary>Returns what the mask replaces: <c>x</c> in <c>--token=x</c>, which is displayed as <c>--token=***</c>.</summary>
    private static string Unmask(string argument, string masked)
    {
        var first = masked.IndexOf(CommandArguments.Mask, StringComparison.Ordinal);
        if (first < 0)
        {
            return argument;
        }

        var prefix = masked[..first];
        var suffix = masked[(masked.LastIndexOf(CommandArguments.Mask, StringComparison.Ordinal) + CommandArguments.Mask.Length)..];
        return argument.Length >= prefix.Length + suffix.Length
            && argument.StartsWith(prefix, StringComparison.Ordinal) && argument.EndsWith(suffix, StringComparison.Ordinal)
            ? argument[prefix.Length..^suffix.Length]
            : argument;
    }
}
