namespace TypedExec.Jobs.Tests;

/// <summary>
/// Twelve everyday jobs. Each library does them as its own documentation shows, as short as possible without a pitfall.
/// </summary>
internal interface IJobs
{
    /// <summary>Returns what <c>echo hello</c> prints; a failure throws.</summary>
    Task<string> GetTheOutput();

    /// <summary>Returns the exit code and stderr of a program that fails.</summary>
    Task<string> ReportWhyItFailed();

    /// <summary>Passes text to stdin.</summary>
    Task<string> PassTextToStdin();

    /// <summary>Sets a directory, and a variable in addition to those that the child inherits.</summary>
    Task<string> SetDirectoryAndEnvironment();

    /// <summary>Returns the first matching line of an endless output and stops the child.</summary>
    Task<string> StopAtTheFirstMatch();

    /// <summary>Reads the lines of both outputs, each more than a pipe holds.</summary>
    Task<string> ReadBothOutputsLineByLine();

    /// <summary>Writes the output to a file and keeps it in memory (tee).</summary>
    Task<string> CaptureTheOutputAndLogIt();

    /// <summary>Runs <c>seq 1 1000 | grep 7 | wc -l</c> without a shell.</summary>
    Task<string> RunAPipeline();

    /// <summary>Runs a shell line with an untrusted value in it.</summary>
    Task<string> InsertAValueIntoAShellCommand();

    /// <summary>Handles an exit code that is an answer (1), unlike those that are failures (2 and above).</summary>
    Task<string> TreatAnExitCodeAsAnAnswer();

    /// <summary>Sets a time limit, after which the child has exited.</summary>
    Task<string> SetATimeLimit();

    /// <summary>Waits until a server listens, stops it so that it can save, and reads the rest of its output.</summary>
    Task<string> WaitForAServerAndStopIt();
}
