using System.Collections;

namespace TypedExec.Package.Tests.Support;

/// <summary>Runs programs separately from the build that the tests are part of, and leaves nothing running.</summary>
internal static class Running
{
    /// <summary>
    /// No server outlives a command, and nothing is inherited from an MSBuild around the tests. The consumer's environment isn't
    /// that of continuous integration; whatever depends on that sets it explicitly.
    /// </summary>
    private static readonly Dictionary<string, string?> Environment = System.Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .Select(static entry => (string)entry.Key)
        .Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "CI" or "Configuration")
        .ToDictionary(static name => name, static _ => (string?)null);

    static Running()
    {
        Environment["MSBUILDDISABLENODEREUSE"] = "1";
        Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        Environment["UseSharedCompilation"] = "false";
        Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        Environment["DOTNET_NOLOGO"] = "1";
    }

    /// <summary>Runs a command to completion, whatever the result.</summary>
    public static async Task<ExecResult> TryRunAsync(this ICommand command, string? directory = null)
        => await command.ExecFile(
            new()
            {
                Cwd = directory,
                Env = Environment,
                KillDescendants = true,
                Timeout = TimeSpan.FromMinutes(8),
                ThrowOnFailure = false,
            },
            TestContext.Current.CancellationToken);

    /// <summary>Runs a command that must succeed, and returns what it printed.</summary>
    public static async Task<string> OutputAsync(this ICommand command, string? directory = null)
    {
        var result = await command.TryRunAsync(directory);
        Assert.True(result.ExitCode == 0, $"{result.Command} ended with {result.ExitCode?.ToString() ?? $"{result.Signal}"}\n{result.Stdout}{result.Stderr}");
        return result.Stdout;
    }
}
