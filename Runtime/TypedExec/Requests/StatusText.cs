namespace TypedExec.Requests;

/// <summary>How a command ended, in words.</summary>
internal static class StatusText
{
    /// <summary>Whether nobody can say how the child ended: something else in this process has reaped it.</summary>
    public static bool IsLost(ExitStatus status) => status is { ExitCode: null, Signal: null };

    public static string Describe(string command, ExitStatus status) => status switch
    {
        { ExitCode: { } code } => $"{command} failed with exit code {code}",
        { Signal: { } signal } => $"{command} was ended by {signal}",
        _ => $"{command} ended, but something else in this process took its exit status",
    };
}
