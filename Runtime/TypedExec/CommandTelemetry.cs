using TypedExec.Telemetry;

namespace TypedExec;

/// <summary>
/// Provides the name and settings of the traces and metrics of all commands: <c>tracing.AddSource(CommandTelemetry.Name)</c>,
/// <c>metrics.AddMeter(CommandTelemetry.Name)</c>. Beyond Node.
/// </summary>
/// <remarks>
/// <para>Each child is a client span that follows OpenTelemetry's conventions for command-line programs. The metrics are
/// <c>typedexec.process.started</c>, <c>typedexec.process.active</c>, <c>typedexec.process.duration</c> (seconds),
/// <c>typedexec.process.io</c> (bytes that passed through this process) and <c>typedexec.process.failures</c>.</para>
/// <para>Without a listener, it costs nothing.</para>
/// </remarks>
public static class CommandTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/> and of the <see cref="System.Diagnostics.Metrics.Meter"/>: <c>TypedExec</c>.</summary>
    public const string Name = Instruments.Name;

    /// <summary>
    /// Gets or sets a value that indicates whether spans include the arguments as <c>process.command_args</c>.
    /// </summary>
    /// <remarks>
    /// Values marked as secret are masked, but other values may also be confidential. The default is the AppContext switch
    /// <c>TypedExec.Telemetry.IncludeArguments</c>, or false.
    /// </remarks>
    public static bool IncludeArguments
    {
        get => Instruments.IncludeArguments;
        set => Instruments.IncludeArguments = value;
    }
}
