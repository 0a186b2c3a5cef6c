namespace TypedExec;

/// <summary>Specifies how a command that is an argument of another command is rendered.</summary>
public enum ShellQuoting
{
    /// <summary>The program and its arguments become separate arguments: <c>sudo git status</c>.</summary>
    None,

    /// <summary>The command becomes one argument, quoted for a POSIX shell, as <c>ssh</c> and <c>sh -c</c> expect.</summary>
    Posix,
}
