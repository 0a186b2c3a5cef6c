namespace TypedExec.Requests;

/// <summary>How a command ended, in words.</summary>
internal static class StatusText
{
    public static string Describe(string command, ExitStatus status) => status switch
    {
        { ExitCode: { } code } => $"{command} failed with exit code {code}",
        { Signal: { } signal } => $"{command} was ended by {signal}",
        _ => $"{command} ended, but something else in this process took its exit status",
    };
}
