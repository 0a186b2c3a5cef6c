namespace TypedExec.Import.Running;

/// <summary>Linux's <c>unshare</c>: runs a program in namespaces of its own.</summary>
[Command("unshare")]
internal sealed partial class Unshare
{
    /// <summary>Maps the user to root in a new user namespace, so that no privilege is needed for the others.</summary>
    [Option("--map-root-user")]
    public bool MapRootUser { get; init; }

    /// <summary>A network namespace of its own, in which there is no network.</summary>
    [Option("--net")]
    public bool Net { get; init; }

    /// <summary>The program and its arguments.</summary>
    [Argument(0, After = "--")]
    public IReadOnlyList<string> Program { get; init; } = [];
}
