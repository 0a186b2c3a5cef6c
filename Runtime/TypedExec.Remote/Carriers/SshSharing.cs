namespace TypedExec.Remote;

/// <summary>Options for a connection that several runs share (ssh's <c>ControlMaster</c>).</summary>
/// <remarks>
/// The first run logs in, and the others use its connection. Without a <see cref="ControlPath"/>, ssh's configuration decides.
/// </remarks>
[OptionGroup]
public sealed partial class SshSharing
{
    /// <summary>
    /// The path of the connection's socket, shorter than 90 characters, in a directory that only its user can write to, such as
    /// <c>~/.ssh/%C</c>. Default: ssh's configuration.
    /// </summary>
    [Option("-o ControlPath", Separator = "=")]
    public string? ControlPath { get; init; }

    /// <summary>Whether a run may open the connection, or only use an open one. Default: true with a <see cref="ControlPath"/>.</summary>
    [Option("-o ControlMaster", Separator = "=", TrueValue = "auto", FalseValue = "no")]
    public bool? OpensConnection
    {
        get => field ?? (ControlPath is null ? null : true);
        init;
    }

    /// <summary>
    /// How long the connection stays open after the last run, in whole seconds. Default: ssh's configuration; otherwise it ends with the run that
    /// opened it.
    /// </summary>
    [Option("-o ControlPersist", Separator = "=")]
    public TimeSpan? Persist { get; init; }
}
