using System.Text;

namespace TypedExec.Testing;

/// <summary>The exception that is thrown when a command is run that no rule matches.</summary>
/// <remarks>Nothing was started. The message contains the command line, with secrets masked, and the nearest rules.</remarks>
public sealed class NotFakedException : InvalidOperationException
{
    private const int MaxShown = 3;

    internal NotFakedException(string commandLine, IReadOnlyList<string> nearest, string advice)
        : base(Describe(commandLine, nearest, advice))
        => CommandLine = commandLine;

    /// <summary>Gets the command line, quoted for a POSIX shell and with secrets masked.</summary>
    public string CommandLine { get; }

    private static string Describe(string commandLine, IReadOnlyList<string> nearest, string advice)
    {
        var text = new StringBuilder($"No rule matches this command, so it wasn't run: {commandLine}");
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
