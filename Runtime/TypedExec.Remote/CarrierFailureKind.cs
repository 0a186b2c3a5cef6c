namespace TypedExec.Remote;

/// <summary>Specifies how a carrier failed.</summary>
public enum CarrierFailureKind
{
    /// <summary>The failure isn't recognized. The message contains what the carrier printed.</summary>
    Unknown,

    /// <summary>The remote side can't be reached: the host is down, its name is unknown, or the daemon isn't running.</summary>
    Unreachable,

    /// <summary>The remote side denies access to this user or to this command.</summary>
    Refused,

    /// <summary>The remote side can't be trusted: its host key is unknown or has changed.</summary>
    Untrusted,

    /// <summary>The container, pod, image, or user doesn't exist.</summary>
    NotFound,

    /// <summary>The connection was lost while the command ran. The remote process is ended; whether it finished its work is unknown.</summary>
    ConnectionLost,
}
