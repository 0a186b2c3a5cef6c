using TypedExec.Generated;
using TypedExec.Shells;

namespace TypedExec.Remote.Carrying;

/// <summary>The line that ssh passes to the remote user's login shell, with the quoting of <c>Exec</c>.</summary>
internal static class SshLine
{
    /// <summary>The line as you would type it.</summary>
    public static ShellCommand Plain(FarCommand far, Shell shell) => (far.Directory, IsUnix(shell)) switch
    {
        (null, _) => $"{far}",
        (var directory, true) => $"cd {directory} && {far}",
        // Without /d, cd in cmd.exe doesn't change the drive.
        (var directory, false) when IsCmd(shell) => $"cd /d {directory} && {far}",
        (var directory, false) => $"Set-Location -LiteralPath {directory}; {far}",
    };

    /// <summary>A script for sh with its arguments. Every Unix login shell has this exec.</summary>
    public static ShellCommand Script(string script, IReadOnlyList<string> arguments) => $"exec {new Executable("sh")[["-c", script, "sh", .. arguments]]}";

    /// <summary>The line for the remote shell.</summary>
    public static string Render(ShellCommand line, Shell shell, bool masked = false) => line.Render(Dialect(shell), masked);

    /// <summary>ssh's arguments and the line. Secrets in it stay masked.</summary>
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

    /// <summary>Whether the remote side has <c>sh</c>, so that a script can run there.</summary>
    public static bool HasScripts(Shell shell) => shell.IsEnabled && IsUnix(shell);

    private static bool IsUnix(Shell shell) => Dialect(shell) is PosixDialect or FishDialect;

    private static bool IsCmd(Shell shell) => Dialect(shell) is CmdDialect;

    private static ShellDialect Dialect(Shell shell) => ShellDialect.Find(shell.Path ?? "sh");
}
