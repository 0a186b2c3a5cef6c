using TypedExec.Remote.Carrying;
using TypedExec.Remote.Failures;

namespace TypedExec.Remote;

/// <summary>Runs a command as another user, by <c>sudo</c>, in the directory of the call.</summary>
/// <remarks>
/// <para>sudo passes signals on to the command. SIGKILL, which it cannot pass on, goes to the command itself; where this process may not send
/// it, <c>sudo kill</c> does, for which the rules of sudoers have to allow <c>kill</c>.</para>
/// <para>sudo keeps almost nothing of the environment. Entries of the option <c>Env</c> are set after that, by <c>env</c>, for which sudoers has
/// to allow <c>env</c>.</para>
/// </remarks>
[Command("sudo")]
public sealed partial class Sudo : ITransport
{
    /// <summary>The user to run as, by name or as <c>#1000</c>. Default: root.</summary>
    [Option("-u")]
    public string? User { get; init; }

    /// <summary>The group to run as. Default: the user's own.</summary>
    [Option("-g")]
    public string? Group { get; init; }

    /// <summary>Whether sudo fails where it would ask for a password. Default: true, as nobody may be there to type it.</summary>
    [Option("-n")]
    public bool NonInteractive { get; init; } = true;

    /// <summary>Whether HOME is the other user's. Default: sudo's configuration.</summary>
    [Option("-H")]
    public bool SetHome { get; init; }

    IReadOnlyList<string> ITransport.Show(FarCommand far) => far.After([.. ToArguments(), "--"]);

    bool ITransport.IsHere => true;

    Supervised ITransport.Supervise(string program, FarCommand far, Supervised inner, RunToken token) => new()
    {
        FileName = program,
        Arguments = far.After([.. ToArguments(), "--"]),
        SignalScript = SudoSignals.Script(program, ToArguments(), inner),
    };

    CarrierFailure? ITransport.Explain(FailedRun run) => SudoFailures.Find(this, run);
}
