using TypedExec.Import.CommandLine;

namespace TypedExec.Import.Tests.Support;

/// <summary>The tool, run in this process.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Stdout">The standard output.</param>
/// <param name="Stderr">The standard error.</param>
internal sealed record Tool(int ExitCode, string Stdout, string Stderr)
{
    public static async Task<Tool> RunAsync(params string[] arguments)
    {
        var stdout = new StringWriter();
        var stderr = new StringWriter();
        var code = await ImportTool.RunAsync(arguments, stdout, stderr, TestContext.Current.CancellationToken);
        return new Tool(code, stdout.ToString(), stderr.ToString());
    }
}
