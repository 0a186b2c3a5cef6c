using System.CommandLine;

namespace TypedExec.Import.CommandLine;

/// <summary>The tool's command line.</summary>
internal static class ImportTool
{
    /// <summary>Runs the tool.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="stdout">The writer for results, or null for standard output.</param>
    /// <param name="stderr">The writer for progress, reports, and errors, or null for standard error.</param>
    /// <param name="cancellationToken">Cancels the tool.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter? stdout = null, TextWriter? stderr = null, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Creates command specifications for TypedExec from programs, and C# source from specifications.")
        {
            new HelpCommandLine().Build(),
            new SourceCommandLine().Build(),
            new CheckCommandLine().Build(),
        };
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = stdout ?? Console.Out,
            Error = stderr ?? Console.Error,
        };
        var result = root.Parse(arguments);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
            {
                await configuration.Error.WriteLineAsync($"error: {error.Message}");
            }

            await configuration.Error.WriteLineAsync("Run 'typedexec-import --help', or a command with --help, to list the options.");
            return arguments is [CheckCommandLine.Name, ..] ? ExitCode.CheckUsage : ExitCode.Usage;
        }

        try
        {
            return await result.InvokeAsync(configuration, cancellationToken);
        }
        catch (CannotWriteException error)
        {
            await configuration.Error.WriteLineAsync($"error: {error.Message}");
            return ExitCode.CannotWrite;
        }
    }
}
