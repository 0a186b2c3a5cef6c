using TypedExec.Remote.Carrying;
using TypedExec.Remote.Failures;

namespace TypedExec.Remote;

/// <summary>Runs a command as another user, with <c>sudo</c>, in the directory of the call.</summary>
/// <remarks>
/// <para>sudo forwards signals to the command. SIGKILL, which it can't forward, is sent to the command itself. If this process isn't allowed to,
/// <c>sudo kill</c> sends it, so the sudoers rules must allow <c>kill</c>.</para>
/// <para>sudo removes almost all of the environment. Entries of the option <c>Env</c> are then set with <c>env</c>, which the sudoers rules must
/// allow.</para>
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

    /// <summary>Whether sudo fails instead of prompting for a password. Default: true, because usually no one can type it.</summary>
    [Option("-n")]
    public bool NonInteractive { get; init; } = true;

    /// <summary>Whether HOME is set to the other user's home directory. Default: sudo's configuration.</summary>
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
