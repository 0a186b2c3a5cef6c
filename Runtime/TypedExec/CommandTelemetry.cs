using TypedExec.Telemetry;

namespace TypedExec;

/// <summary>
/// The traces and metrics of all commands: <c>tracing.AddSource(CommandTelemetry.Name)</c>, <c>metrics.AddMeter(CommandTelemetry.Name)</c>.
/// Beyond Node.
/// </summary>
/// <remarks>
/// <para>Each child is a client span after OpenTelemetry's conventions for command line programs, and is counted by the metrics
/// <c>typedexec.process.started</c>, <c>typedexec.process.active</c>, <c>typedexec.process.duration</c> (seconds),
/// <c>typedexec.process.io</c> (bytes that passed through this process) and <c>typedexec.process.failures</c>.</para>
/// <para>With nobody listening it costs nothing.</para>
/// </remarks>
public static class CommandTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/> and of the <see cref="System.Diagnostics.Metrics.Meter"/>: <c>TypedExec</c>.</summary>
    public const string Name = Instruments.Name;

    /// <summary>
    /// Whether spans have <c>process.command_args</c>: the arguments, with the values masked that are marked as secret. Others may hold
    /// what should not leave the machine either. Default: false, or the AppContext switch <c>TypedExec.Telemetry.IncludeArguments</c>.
    /// </summary>
    public static bool IncludeArguments
    {
        get => Instruments.IncludeArguments;
        set => Instruments.IncludeArguments = value;
    }
}
