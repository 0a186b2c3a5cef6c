using System.Text;

namespace TypedExec.Testing;

/// <summary>
/// A command was run that no rule matches. Nothing was started. The message has the command line, secrets masked, and the rules that come
/// nearest.
/// </summary>
public sealed class NotFakedException : InvalidOperationException
{
    private const int MaxShown = 3;

    internal NotFakedException(string commandLine, IReadOnlyList<string> nearest, string advice)
        : base(Describe(commandLine, nearest, advice))
        => CommandLine = commandLine;

    /// <summary>The command line, quoted for a POSIX shell, with secrets masked.</summary>
    public string CommandLine { get; }

    private static string Describe(string commandLine, IReadOnlyList<string> nearest, string advice)
    {
        var text = new StringBuilder($"No rule is for this command, so it was not run: {commandLine}");
        if (nearest.Count > 0)
        {
            text.Append("\nThe nearest:");
            foreach (var rule in nearest.Take(MaxShown))
            {
                text.Append("\n  ").Append(rule);
            }
        }

        return text.Append('\n').Append(advice).ToString();
    }
}
