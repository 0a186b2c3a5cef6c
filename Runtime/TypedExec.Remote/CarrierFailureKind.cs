namespace TypedExec.Remote;

/// <summary>How a carrier has failed.</summary>
public enum CarrierFailureKind
{
    /// <summary>In a way that is not known; the message has what it printed.</summary>
    Unknown,

    /// <summary>The remote side cannot be reached: a host that is down, a name that is not known, a daemon that does not run.</summary>
    Unreachable,

    /// <summary>The remote side does not let this user in, or not run this command.</summary>
    Refused,

    /// <summary>The remote side is not the one that it was: its host key is not known, or is another.</summary>
    Untrusted,

    /// <summary>There is no such container, pod, image or user.</summary>
    NotFound,

    /// <summary>The connection was lost while the command ran. Whether it did its work is not known; its process is ended.</summary>
    ConnectionLost,
}
