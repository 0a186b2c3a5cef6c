namespace TypedExec.Stress;

/// <summary>Continues a child that stops itself, as often as necessary.</summary>
internal static class Nudge
{
    public static async Task UntilExitAsync(ChildProcess child)
    {
        var exit = child.WaitForExitAsync();
        while (await Task.WhenAny(exit, Task.Delay(15)) != exit)
        {
            child.Kill(Signal.SIGCONT);
        }
    }
}
