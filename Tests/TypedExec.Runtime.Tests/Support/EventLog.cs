namespace TypedExec.Tests.Support;

/// <summary>The events of a child in order, in the words of <see cref="NodeScript"/>.</summary>
internal static class EventLog
{
    /// <summary>Records until the child is closed. Adjacent pieces of data count as one.</summary>
    public static async Task<string[]> OfAsync(ChildProcess child)
    {
        var log = new List<string>();
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        child.Spawned += (_, _) => log.Add("spawn");
        child.Exited += (_, e) => log.Add($"exit {Status(e)}");
        child.Error += (_, e) => log.Add($"error {Fields(Assert.IsType<ExecException>(e.Exception))}");
        child.Stdout?.Data += (_, e) => Append(log, e.Text);
        child.Closed += (_, e) =>
        {
            log.Add($"close {Status(e)}");
            closed.SetResult();
        };
        await closed.Task.Soon();
        return [.. log];
    }

    private static void Append(List<string> log, string text)
    {
        if (log is [.., var last] && last.StartsWith("data ", StringComparison.Ordinal))
        {
            log[^1] = last + text;
        }
        else
        {
            log.Add("data " + text);
        }
    }

    public static string Fields(ExecException e)
        => $"{e.Code} {e.Errno} {e.Syscall} {e.Path} [{string.Join(',', e.SpawnArgs)}]";

    private static string Status(ExitedEventArgs e) => $"{e.ExitCode?.ToString() ?? "null"} {e.Signal?.ToString() ?? "null"}";
}
