namespace TypedExec.Requests;

/// <summary>Describes how a command ended.</summary>
internal static class StatusText
{
    /// <summary>Returns whether the exit status is unknown because other code in this process reaped the child.</summary>
    public static bool IsLost(ExitStatus status) => status is { ExitCode: null, Signal: null };

    public static string Describe(string command, ExitStatus status) => status switch
    {
        { ExitCode: { } code } => $"{command} failed with exit code {code}",
        { Signal: { } signal } => $"{command} was ended by {signal}",
        _ => $"{command} ended, but other code in this process took its exit status",
    };
}
