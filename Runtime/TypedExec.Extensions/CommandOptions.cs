namespace TypedExec.Extensions;

/// <summary>Provides the options for the commands of one interface.</summary>
public sealed class CommandOptions
{
    /// <summary>Gets or sets the default options for every call, such as a working directory, environment or timeout.</summary>
    /// <remarks>Options of a call override them. By default, there are none.</remarks>
    public ProcessOptions Defaults { get; set; } = new();
}
