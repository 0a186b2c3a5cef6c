using System.CommandLine;

namespace TypedExec.Import.CommandLine;

/// <summary>The tool's command line.</summary>
internal static class ImportTool
{
    /// <summary>Runs the tool.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="stdout">Where results go; null for standard output.</param>
    /// <param name="stderr">Where progress, reports and errors go; null for standard error.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter? stdout = null, TextWriter? stderr = null, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Makes command specifications for TypedExec from programs, and C# source from specifications.")
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

            await configuration.Error.WriteLineAsync("Run 'typedexec-import --help', or a command with --help, for what can be given.");
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
