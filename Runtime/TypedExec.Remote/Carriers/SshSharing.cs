namespace TypedExec.Remote;

/// <summary>
/// A connection that several runs share (ssh's <c>ControlMaster</c>): the first run logs in, the others go over its connection. Without a
/// <see cref="ControlPath"/> it is as ssh's configuration says.
/// </summary>
[OptionGroup]
public sealed partial class SshSharing
{
    /// <summary>
    /// The socket of the connection, shorter than 90 characters, in a directory that only its user may write to:
    /// <c>~/.ssh/%C</c>. Default: ssh's configuration.
    /// </summary>
    [Option("-o ControlPath", Separator = "=")]
    public string? ControlPath { get; init; }

    /// <summary>Whether a run may open the connection; false for those that only use one. Default: true with a <see cref="ControlPath"/>.</summary>
    [Option("-o ControlMaster", Separator = "=", TrueValue = "auto", FalseValue = "no")]
    public bool? OpensConnection
    {
        get => field ?? (ControlPath is null ? null : true);
        init;
    }

    /// <summary>
    /// How long the connection stays open after the last run, in whole seconds. Default: ssh's configuration, else it ends with the run that
    /// opened it.
    /// </summary>
    [Option("-o ControlPersist", Separator = "=")]
    public TimeSpan? Persist { get; init; }
}
