using System.Text.RegularExpressions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TypedExec.Extensions;

/// <summary>
/// Checks that a program is installed and recent enough: <c>services.AddHealthChecks().AddCheck("git", new
/// CommandHealthCheck("git", minimumVersion: new Version(2, 30)))</c>.
/// </summary>
public sealed partial class CommandHealthCheck : IHealthCheck
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    private readonly ICommand _command;
    private readonly Version? _minimumVersion;

    /// <summary>Initializes a check that runs a program with <c>--version</c>.</summary>
    /// <param name="fileName">The program.</param>
    /// <param name="minimumVersion">The oldest version that is healthy. By default, every version is.</param>
    public CommandHealthCheck(string fileName, Version? minimumVersion = null)
        : this(new Executable(fileName, "--version"), minimumVersion)
    {
    }

    /// <summary>Initializes a check that runs your own command, which prints a version.</summary>
    /// <param name="command">The command. It may run for 10 seconds, unless it sets its own timeout.</param>
    /// <param name="minimumVersion">The oldest version that is healthy. By default, every version is.</param>
    public CommandHealthCheck(ICommand command, Version? minimumVersion = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        _command = command;
        _minimumVersion = minimumVersion;
    }

    /// <summary>Runs the command and checks its version.</summary>
    /// <remarks>
    /// The check is healthy if the command succeeds and prints a version (the first number that contains a dot) that isn't too
    /// old. Otherwise it has the status registered for failures.
    /// </remarks>
    /// <param name="context">The context of the check.</param>
    /// <param name="cancellationToken">Kills the command.</param>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ExecResult result;
        try
        {
            var timeout = _command.Defaults?.Timeout is null ? new ExecFileOptions { Timeout = DefaultTimeout } : null;
            result = await _command.ExecFile(timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (ExecException exception)
        {
            // The output may contain anything, so it is for the log and not for clients of the health check.
            return Fail(context, exception.Code == "ENOENT" ? $"{_command.FileName} is not installed." : $"{_command.FileName} failed.", exception);
        }

        if (_minimumVersion is null)
        {
            return HealthCheckResult.Healthy($"{_command.FileName} is there.");
        }

        if (!TryFindVersion(result.Stdout, out var version) && !TryFindVersion(result.Stderr, out version))
        {
            return Fail(context, $"{_command.FileName} doesn't print a version.");
        }

        return version >= _minimumVersion
            ? HealthCheckResult.Healthy($"{_command.FileName} {version} is there.")
            : Fail(context, $"{_command.FileName} {version} is older than {_minimumVersion}.");
    }

    private static HealthCheckResult Fail(HealthCheckContext context, string description, Exception? exception = null)
        => new(context.Registration?.FailureStatus ?? HealthStatus.Unhealthy, description, exception);

    private static bool TryFindVersion(string text, out Version? version)
    {
        version = null;
        return VersionNumber().Match(text) is { Success: true } match && Version.TryParse(match.Value, out version);
    }

    [GeneratedRegex(@"\d{1,9}(\.\d{1,9}){1,3}", RegexOptions.CultureInvariant)]
    private static partial Regex VersionNumber();
}
