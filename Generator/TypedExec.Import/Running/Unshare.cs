namespace TypedExec.Import.Running;

/// <summary>Linux's <c>unshare</c>: runs a program in separate namespaces.</summary>
[Command("unshare")]
internal sealed partial class Unshare
{
    /// <summary>Maps the user to root in a new user namespace, so that the other namespaces need no privilege.</summary>
    [Option("--map-root-user")]
    public bool MapRootUser { get; init; }

    /// <summary>A separate network namespace, which has no network.</summary>
    [Option("--net")]
    public bool Net { get; init; }

    /// <summary>The program and its arguments.</summary>
    [Argument(0, After = "--")]
    public IReadOnlyList<string> Program { get; init; } = [];
}
