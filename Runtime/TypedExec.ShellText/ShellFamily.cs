namespace TypedExec.Shells;

/// <summary>The shell languages, which differ in which of their commands run an argument as code.</summary>
internal enum ShellFamily
{
    Posix,
    Fish,
    PowerShell,
}
