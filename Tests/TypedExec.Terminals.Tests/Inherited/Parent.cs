namespace TypedExec.Terminals.Tests.Inherited;

/// <summary>A program with children at its own terminal: by itself, or as a job of a shell.</summary>
internal static class Parent
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "TypedExec.TestProgram");

    /// <summary>Runs a child's shell script; see the test program's AtTerminal.</summary>
    public static ChildProcess Start(string console, string way, string group, string script)
        => Sessions.Start(File, "at-terminal", console, way, group, script);

    /// <summary>Returns the command line that is typed into the shell of <see cref="StartShellAsync"/>.</summary>
    public static string Line(string console, string way, string group, string script)
        => $"{File} at-terminal {console} {way} {group} '{script}'";

    /// <summary>Without a line editor, which sets its own terminal modes while jobs run in the background.</summary>
    public static async Task<ChildProcess> StartShellAsync()
    {
        var shell = Sessions.Start("bash", "--norc", "--noprofile", "--noediting", "-i");
        await shell.Terminal!.ExpectAsync("$ ");
        return shell;
    }

    public static async Task TypeAsync(this ChildProcess session, string text) => await session.Terminal!.WriteLineAsync(text);

    public static async Task<string> UntilAsync(this ChildProcess session, string text)
        => (await session.Terminal!.ExpectAsync(text, Sessions.Soon)).Before;
}
