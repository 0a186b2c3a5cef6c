namespace TypedExec.Remote.Carrying;

/// <summary>Starts a command in a running container in a way that lets a second call of the carrier signal it.</summary>
internal static class ExecSupervision
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <param name="carrier">The carrier.</param>
    /// <param name="program">Its program.</param>
    /// <param name="arguments">The carrier's arguments that precede the command.</param>
    /// <param name="shell">The shell in the container.</param>
    /// <param name="isAtTerminal">Whether the command has a terminal.</param>
    /// <param name="far">The command.</param>
    /// <param name="inner">How the command is signaled within the container.</param>
    /// <param name="token">The run.</param>
    public static Supervised Supervise(
        ITransport carrier, string program, IReadOnlyList<string> arguments, Shell shell, bool isAtTerminal, FarCommand far, Supervised inner, RunToken token)
    {
        if (!shell.IsEnabled)
        {
            return new Supervised { FileName = program, Arguments = carrier.Show(far), SignalScript = SignalScripts.Direct };
        }

        var sh = shell.Path ?? "sh";
        var guard = Guard.Script(token, inner.SignalScript, Grace, Guard.SearchPath(far), isAtTerminal);
        return new Supervised
        {
            FileName = program,
            Arguments = [.. arguments, sh, "-c", guard, "sh", far.Directory ?? "", Guard.ProgramToFind(far), far.FileName, .. far.ToArguments()],
            SignalScript = SignalScripts.Line(program, [.. arguments, sh, "-c", SignalScripts.ToGuarded(token, inner.SignalScript), "sh"]),
            KillsFarAtLoss = true,
        };
    }
}
