namespace TypedExec.Extensions;

/// <summary>How a service runs the commands of one interface.</summary>
public sealed class CommandOptions
{
    /// <summary>Options for every call that does not say otherwise: the working directory, the environment, a timeout. Default: none.</summary>
    public ProcessOptions Defaults { get; set; } = new();
}
