namespace TypedExec.Jobs.Tests;

/// <summary>Twelve everyday jobs. Each library does them as its own documentation does, as short as it can without a trap.</summary>
internal interface IJobs
{
    /// <summary>What <c>echo hello</c> prints; a failure throws.</summary>
    Task<string> GetTheOutput();

    /// <summary>Exit code and stderr of a program that fails.</summary>
    Task<string> SayWhyItFailed();

    /// <summary>Text for stdin.</summary>
    Task<string> PassTextToStdin();

    /// <summary>A directory, and a variable beside those that the child inherits.</summary>
    Task<string> SetDirectoryAndEnvironment();

    /// <summary>The first line of an endless output that fits; the child is ended.</summary>
    Task<string> StopAtTheFirstMatch();

    /// <summary>The lines of both outputs, each more than a pipe holds.</summary>
    Task<string> ReadBothOutputsByLines();

    /// <summary>The output in a file and in memory (tee).</summary>
    Task<string> KeepTheOutputAndLogIt();

    /// <summary><c>seq 1 1000 | grep 7 | wc -l</c>, without a shell.</summary>
    Task<string> RunAPipeline();

    /// <summary>A shell line with a value from outside in it.</summary>
    Task<string> RunAShellLineWithAValue();

    /// <summary>An exit code that is an answer (1), beside those that are failures (2 and above).</summary>
    Task<string> TakeAnExitCodeForAnAnswer();

    /// <summary>A time limit, after which the child is gone.</summary>
    Task<string> LimitTheTime();

    /// <summary>A server: wait until it listens, stop it so that it can save, read the rest of its output.</summary>
    Task<string> WaitForAServerAndStopIt();
}
