namespace TypedExec.CommandLines.Naming;

/// <summary>
/// Determines from an option's name whether its value is a secret: its last word names a secret. <c>--registry-token</c> is
/// secret, <c>--token-file</c> and <c>--password-stdin</c> are not.
/// </summary>
internal static class SecretName
{
    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passwords", "passwd", "passphrase", "pass", "secret", "secrets", "token", "tokens", "credential", "credentials",
        "apikey", "otp", "pin",
    };

    // Keys are usually something else, such as a file or a name: only these are secrets themselves.
    private static readonly HashSet<string> SecretKeys = new(StringComparer.OrdinalIgnoreCase) { "api", "access", "secret", "auth" };

    private static readonly char[] Separators = ['-', '_', '.', ' ', '=', ':', '<', '>', '[', ']'];

    public static bool Is(string name)
    {
        var words = name.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return false;
        }

        var last = LastWord(words[words.Length - 1]);
        return Secrets.Contains(last)
            || (string.Equals(last, "key", StringComparison.OrdinalIgnoreCase) && words.Length > 1 && SecretKeys.Contains(words[words.Length - 2]));
    }

    // "authToken" is two words as well.
    private static string LastWord(string word)
    {
        for (var i = word.Length - 1; i > 0; i--)
        {
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1]))
            {
                return word.Substring(i);
            }
        }

        return word;
    }
}
