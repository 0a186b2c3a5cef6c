using TypedExec.TestProgram.Ways;

namespace TypedExec.Tests.Matrix;

/// <summary>The programs of the table: a POSIX shell's, or Node's on Windows.</summary>
internal static class MatrixPrograms
{
    /// <summary>Gets a program that has to be stopped.</summary>
    public static CommandLine Sleeper { get; } = OperatingSystem.IsWindows()
        ? new("node", "-e", "setTimeout(() => {}, 60000)")
        : new("sleep", "300");

    /// <summary>Gets a program that exits when its input ends, or when nobody reads its output.</summary>
    public static CommandLine Cat { get; } = OperatingSystem.IsWindows()
        ? new("node", "-e", "process.stdin.on('error', () => {}).pipe(process.stdout).on('error', () => {})")
        : new("cat");

    public static CommandLine Child(Scenario scenario) => OperatingSystem.IsWindows()
        ? new("node", "-e", NodeScript.Of(scenario))
        : new("sh", "-c", Script.Of(scenario));
}
