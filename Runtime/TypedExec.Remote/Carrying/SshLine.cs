using TypedExec.Generated;
using TypedExec.Shells;

namespace TypedExec.Remote.Carrying;

/// <summary>The line that ssh hands to the remote user's login shell, quoted for it as <c>Exec</c> quotes.</summary>
internal static class SshLine
{
    /// <summary>What one would type.</summary>
    public static ShellCommand Plain(FarCommand far, Shell shell) => (far.Directory, IsUnix(shell)) switch
    {
        (null, _) => $"{far}",
        (var directory, true) => $"cd {directory} && {far}",
        // cd of cmd.exe stays on its drive without /d.
        (var directory, false) when IsCmd(shell) => $"cd /d {directory} && {far}",
        (var directory, false) => $"Set-Location -LiteralPath {directory}; {far}",
    };

    /// <summary>A script for sh with its arguments. Every login shell of Unix has this exec.</summary>
    public static ShellCommand Script(string script, IReadOnlyList<string> arguments) => $"exec {new Executable("sh")[["-c", script, "sh", .. arguments]]}";

    /// <summary>The line for the remote shell.</summary>
    public static string Render(ShellCommand line, Shell shell, bool masked = false) => line.Render(Dialect(shell), masked);

    /// <summary>ssh's arguments and the line; what is secret in it stays masked.</summary>
    public static IReadOnlyList<string> Append(IReadOnlyList<string> ssh, ShellCommand line, Shell shell)
    {
        var arguments = (CommandArguments)CommandArguments.Concat(ssh, []);
        var text = Render(line, shell);
        var shown = Render(line, shell, masked: true);
        if (text == shown)
        {
            arguments.Add(text);
        }
        else
        {
            arguments.AddSecret(text, shown);
            arguments.AddInnerSecrets(line.Secrets);
        }

        return arguments;
    }

    /// <summary>Whether the remote side is one with <c>sh</c>, and a script may be run there.</summary>
    public static bool HasScripts(Shell shell) => shell.IsEnabled && IsUnix(shell);

    private static bool IsUnix(Shell shell) => Dialect(shell) is PosixDialect or FishDialect;

    private static bool IsCmd(Shell shell) => Dialect(shell) is CmdDialect;

    private static ShellDialect Dialect(Shell shell) => ShellDialect.Find(shell.Path ?? "sh");
}
