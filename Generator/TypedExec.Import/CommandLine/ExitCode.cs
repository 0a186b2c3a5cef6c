namespace TypedExec.Import.CommandLine;

/// <summary>What the tool exits with; the numbers above 63 are those of <c>sysexits.h</c>.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>With <c>--strict</c>: something was left out of what was written.</summary>
    public const int Incomplete = 1;

    /// <summary><c>check</c> has found something.</summary>
    public const int Findings = 1;

    /// <summary>The command line of <c>check</c> is wrong.</summary>
    public const int CheckUsage = 2;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 64;

    /// <summary>The specification is no specification.</summary>
    public const int BadInput = 65;

    /// <summary>The specification cannot be opened.</summary>
    public const int NoInput = 66;

    /// <summary>The program cannot be run, or gives no help.</summary>
    public const int ProgramUnavailable = 69;

    /// <summary>The output cannot be written.</summary>
    public const int CannotWrite = 73;

    /// <summary>Interrupted with Ctrl+C.</summary>
    public const int Interrupted = 130;
}
