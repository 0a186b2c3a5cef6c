namespace TypedExec;

/// <summary>How a command is written that is an argument of another command.</summary>
public enum ShellQuoting
{
    /// <summary>Its program and its arguments are arguments: <c>sudo git status</c>.</summary>
    None,

    /// <summary>It is one argument, quoted for a POSIX shell, as <c>ssh</c> and <c>sh -c</c> expect it.</summary>
    Posix,
}
