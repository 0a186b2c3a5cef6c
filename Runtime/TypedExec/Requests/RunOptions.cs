using TypedExec.Services;
using TypedExec.Stopping;

namespace TypedExec.Requests;

/// <summary>
/// The options of one run once everybody was asked who may say something: nothing is left unsaid. What each option means is
/// with the public one of the same name; the defaults are here and nowhere else.
/// </summary>
internal record RunOptions
{
    /// <summary>As execa's.</summary>
    private static readonly TimeSpan DefaultForceKillAfter = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan DefaultStoppedDrainTimeout = TimeSpan.FromMilliseconds(250);

    private static readonly StopLimits DefaultLimits
        = new(Signal.SIGTERM, KillDescendants: false, DefaultForceKillAfter, ForceKillAfterKill: null, DrainTimeout: null, DefaultStoppedDrainTimeout);

    private readonly ProcessOptions _said;

    /// <param name="said">What was said, by the call and by what travels with the command.</param>
    public RunOptions(ProcessOptions said)
    {
        _said = said = OptionLayers.Merge(said, RunService.Current?.Defaults);
        Timeout = said.Timeout == TimeSpan.Zero ? null : Limit(said.Timeout);
        WindowsVerbatimArguments = said.WindowsVerbatimArguments ?? false;
    }

    public string? Cwd => _said.Cwd;

    public IReadOnlyDictionary<string, string?>? Env => _said.Env;

    public bool ClearEnv => _said.ClearEnv ?? false;

    public uint? Uid => _said.Uid;

    public uint? Gid => _said.Gid;

    public string? UserName => _said.UserName;

    public Shell Shell => _said.Shell ?? default;

    /// <summary>Null for no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    public Signal KillSignal => _said.KillSignal ?? Signal.SIGTERM;

    public bool WindowsHide => _said.WindowsHide ?? false;

    public bool WindowsVerbatimArguments { get; init; }

    public bool KillDescendants => _said.KillDescendants ?? false;

    public bool KillOnParentExit => _said.KillOnParentExit ?? false;

    public bool PropagateTraceContext => _said.PropagateTraceContext ?? false;

    /// <summary>How the child is stopped.</summary>
    public StopLimits StopLimits => _said is { KillSignal: null, KillDescendants: null, ForceKillAfter: null, DrainTimeout: null } ? DefaultLimits : new(
        KillSignal,
        KillDescendants,
        ForceKillAfter: Limit(_said.ForceKillAfter ?? DefaultForceKillAfter),
        ForceKillAfterKill: Limit(_said.ForceKillAfter),
        DrainTimeout: Limit(_said.DrainTimeout),
        StoppedDrainTimeout: Limit(_said.DrainTimeout ?? DefaultStoppedDrainTimeout));

    /// <summary>Null for 0 alone.</summary>
    public IReadOnlyList<int>? SuccessExitCodes => _said.SuccessExitCodes;

    /// <summary>Whether a child that ended in this way did what it was run for.</summary>
    public bool IsSuccess(ExitStatus status)
        => status.ExitCode is { } code && (SuccessExitCodes is null ? code == 0 : SuccessExitCodes.Contains(code));

    private static TimeSpan? Limit(TimeSpan? time) => time == System.Threading.Timeout.InfiniteTimeSpan ? null : time;
}
