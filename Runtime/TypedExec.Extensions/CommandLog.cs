using Microsoft.Extensions.Logging;
using TypedExec.Requests;
using TypedExec.Services;

namespace TypedExec.Extensions;

/// <summary>Logs what happens to each child, with the secrets of its command masked.</summary>
internal sealed partial class CommandLog(ILogger logger) : IChildLog
{
    /// <summary>Gets the category of all entries.</summary>
    public const string Category = "TypedExec.Commands";

    public void Started(StartRequest request, int pid) => LogStarted(logger, request.Command, pid);

    public void StartFailed(StartRequest request, string code) => LogStartFailed(logger, request.Command, code);

    public void Ended(StartRequest request, int pid, ExitStatus status, string? errorType, TimeSpan elapsed)
    {
        var milliseconds = Math.Round(elapsed.TotalMilliseconds);
        if (!logger.IsEnabled(errorType is null ? LogLevel.Information : LogLevel.Warning))
        {
            return;
        }

        var end = status.ExitCode is { } code ? $"exit code {code}" : status.Signal?.ToString() ?? "an unknown status";
        if (errorType is null)
        {
            LogEnded(logger, request.Command, pid, end, milliseconds);
        }
        else
        {
            LogFailed(logger, request.Command, pid, errorType, end, milliseconds);
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "{Command} was started as process {Pid}.", EventName = "Started")]
    private static partial void LogStarted(ILogger logger, string command, int pid);

    [LoggerMessage(2, LogLevel.Information, "{Command} (process {Pid}) ended with {End} after {ElapsedMilliseconds} ms.", EventName = "Ended")]
    private static partial void LogEnded(ILogger logger, string command, int pid, string end, double elapsedMilliseconds);

    [LoggerMessage(3, LogLevel.Warning, "{Command} (process {Pid}) failed ({ErrorType}): it ended with {End} after {ElapsedMilliseconds} ms.", EventName = "Failed")]
    private static partial void LogFailed(ILogger logger, string command, int pid, string errorType, string end, double elapsedMilliseconds);

    [LoggerMessage(4, LogLevel.Error, "{Command} could not be started: {ErrorType}.", EventName = "StartFailed")]
    private static partial void LogStartFailed(ILogger logger, string command, string errorType);
}
