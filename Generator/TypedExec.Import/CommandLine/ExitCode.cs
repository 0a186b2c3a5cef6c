namespace TypedExec.Import.CommandLine;

/// <summary>The tool's exit codes. Those above 63 are from <c>sysexits.h</c>.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>With <c>--strict</c>: something was omitted from the result.</summary>
    public const int Incomplete = 1;

    /// <summary><c>check</c> has findings.</summary>
    public const int Findings = 1;

    /// <summary>The command line of <c>check</c> is invalid.</summary>
    public const int CheckUsage = 2;

    /// <summary>The command line is invalid.</summary>
    public const int Usage = 64;

    /// <summary>The file isn't a valid specification.</summary>
    public const int BadInput = 65;

    /// <summary>The specification can't be opened.</summary>
    public const int NoInput = 66;

    /// <summary>The program can't be run, or prints no help.</summary>
    public const int ProgramUnavailable = 69;

    /// <summary>The output can't be written.</summary>
    public const int CannotWrite = 73;

    /// <summary>Interrupted with Ctrl+C.</summary>
    public const int Interrupted = 130;
}
