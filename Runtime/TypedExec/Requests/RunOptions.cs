using TypedExec.Services;
using TypedExec.Stopping;

namespace TypedExec.Requests;

/// <summary>
/// The options of one run after all layers have been merged: none is unset. The public option of the same name documents each;
/// the defaults are here and nowhere else.
/// </summary>
internal record RunOptions
{
    /// <summary>The same as execa's.</summary>
    private static readonly TimeSpan DefaultForceKillAfter = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan DefaultStoppedDrainTimeout = TimeSpan.FromMilliseconds(250);

    private static readonly StopLimits DefaultLimits
        = new(Signal.SIGTERM, KillDescendants: false, DefaultForceKillAfter, ForceKillAfterKill: null, DrainTimeout: null, DefaultStoppedDrainTimeout);

    private readonly ProcessOptions _said;

    /// <param name="said">The options of the call, merged with the default options of the command.</param>
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

    /// <summary>Gets the timeout, or null for no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    public Signal KillSignal => _said.KillSignal ?? Signal.SIGTERM;

    public bool WindowsHide => _said.WindowsHide ?? false;

    public bool WindowsVerbatimArguments { get; init; }

    public bool KillDescendants => _said.KillDescendants ?? false;

    public bool KillOnParentExit => _said.KillOnParentExit ?? false;

    public bool PropagateTraceContext => _said.PropagateTraceContext ?? false;

    /// <summary>Gets how the child is stopped.</summary>
    public StopLimits StopLimits => _said is { KillSignal: null, KillDescendants: null, ForceKillAfter: null, DrainTimeout: null } ? DefaultLimits : new(
        KillSignal,
        KillDescendants,
        ForceKillAfter: Limit(_said.ForceKillAfter ?? DefaultForceKillAfter),
        ForceKillAfterKill: Limit(_said.ForceKillAfter),
        DrainTimeout: Limit(_said.DrainTimeout),
        StoppedDrainTimeout: Limit(_said.DrainTimeout ?? DefaultStoppedDrainTimeout));

    /// <summary>Gets the success codes, or null for 0 only.</summary>
    public IReadOnlyList<int>? SuccessExitCodes => _said.SuccessExitCodes;

    /// <summary>Returns whether a child that ended in this way was successful.</summary>
    public bool IsSuccess(ExitStatus status)
        => status.ExitCode is { } code && (SuccessExitCodes is null ? code == 0 : SuccessExitCodes.Contains(code));

    private static TimeSpan? Limit(TimeSpan? time) => time == System.Threading.Timeout.InfiniteTimeSpan ? null : time;
}
