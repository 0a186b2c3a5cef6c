using System.Text;

namespace TypedExec.Remote.Failures;

/// <summary>The parts of a failed run that help find out what failed: the carrier or the command.</summary>
internal sealed class FailedRun
{
    private const int EndBytes = 16 * 1024;

    public FailedRun(ExecException failure)
    {
        ExitCode = failure.ExitCode;
        var stderr = failure.StderrBytes.Span;
        Lines = Encoding.UTF8.GetString(stderr[Math.Max(0, stderr.Length - EndBytes)..])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    public int? ExitCode { get; }

    /// <summary>The last lines of stderr; empty if it wasn't captured.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The last line that starts with one of the texts, or null.</summary>
    public string? LineThatStartsWith(params ReadOnlySpan<string> texts)
    {
        for (var i = Lines.Count - 1; i >= 0; i--)
        {
            foreach (var text in texts)
            {
                if (Lines[i].StartsWith(text, StringComparison.OrdinalIgnoreCase))
                {
                    return Lines[i];
                }
            }
        }

        return null;
    }

    /// <summary>Whether a line contains one of the texts.</summary>
    public static bool Has(string line, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (line.Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
