using System.Text;

namespace TypedExec.Remote.Failures;

/// <summary>A run that has failed, as far as that tells whose failure it is.</summary>
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

    /// <summary>The last lines of stderr; none where it was not captured.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The last line that one of the texts stands at the beginning of, or null.</summary>
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

    /// <summary>Whether one of the texts is in a line.</summary>
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
