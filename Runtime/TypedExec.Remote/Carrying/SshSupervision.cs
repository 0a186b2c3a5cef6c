namespace TypedExec.Remote.Carrying;

/// <summary>Starts a command through ssh in a way that signals can be sent over the same connection.</summary>
/// <param name="ssh">The carrier.</param>
/// <param name="program">Its program.</param>
/// <param name="token">The run.</param>
internal sealed class SshSupervision(Ssh ssh, string program, RunToken token)
{
    /// <summary>ssh's exit code if a signal ended its command, which is the same as for its own failures.</summary>
    private const int SignalledCode = 255;

    private static readonly TimeSpan DefaultGrace = TimeSpan.FromSeconds(5);

    public Supervised Supervise(FarCommand far, Supervised inner)
    {
        if (!SshLine.HasScripts(ssh.RemoteShell))
        {
            return new Supervised
            {
                FileName = program,
                Arguments = SshLine.Append(ssh.ToArguments(), SshLine.Plain(far, ssh.RemoteShell), ssh.RemoteShell),
                SignalScript = SignalScripts.Direct,
            };
        }

        var script = Guard.Script(token, inner.SignalScript, Grace(far), Guard.SearchPath(far), ssh.Tty);
        IReadOnlyList<string> words = [far.Directory ?? "", Guard.ProgramToFind(far), far.FileName, .. far.ToArguments()];
        var line = SshLine.Render(SshLine.Script(script, words), ssh.RemoteShell);
        var signal = SshLine.Render(SshLine.Script(SignalScripts.ToGuarded(token, inner.SignalScript), []), ssh.RemoteShell);
        return new Supervised
        {
            FileName = program,
            Arguments = [.. OwnConnection("yes"), .. ssh.ToArguments(), line],
            SignalScript = SignalScripts.LineInLine(program, [.. OwnConnection("no"), .. ssh.ToArguments()], signal),
            ReadyFile = HasOwnConnection && token.Depth == 0 ? token.Socket : null,
            SignalledCode = SignalledCode,
        };
    }

    /// <summary>Whether the run has its own connection, because none of the options requests a shared one.</summary>
    private bool HasOwnConnection
        => ssh.Sharing is null && !ssh.Options.Keys.Any(static key => key.StartsWith("Control", StringComparison.OrdinalIgnoreCase));

    private static TimeSpan Grace(FarCommand far)
        => far.Options.ForceKillAfter is { } grace && grace >= TimeSpan.Zero && grace < TimeSpan.FromDays(1) ? grace : DefaultGrace;

    /// <summary>ssh uses the first value it reads, so this precedes everything else.</summary>
    private string[] OwnConnection(string opens)
        => HasOwnConnection ? ["-o", $"ControlMaster={opens}", "-o", $"ControlPath={token.Socket}", "-o", "ControlPersist=no"] : [];
}
