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

    /// <param name="said">What was said, by the call and by what travels with the command.</param>
    public RunOptions(ProcessOptions said)
    {
        said = OptionLayers.Merge(said, RunService.Current?.Defaults);
        PropagateTraceContext = said.PropagateTraceContext ?? false;
        Cwd = said.Cwd;
        Env = said.Env;
        ClearEnv = said.ClearEnv ?? false;
        Uid = said.Uid;
        Gid = said.Gid;
        UserName = said.UserName;
        Shell = said.Shell ?? default;
        Timeout = said.Timeout == TimeSpan.Zero ? null : Limit(said.Timeout);
        KillSignal = said.KillSignal ?? Signal.SIGTERM;
        WindowsHide = said.WindowsHide ?? false;
        WindowsVerbatimArguments = said.WindowsVerbatimArguments ?? false;
        KillDescendants = said.KillDescendants ?? false;
        KillOnParentExit = said.KillOnParentExit ?? false;
        SuccessExitCodes = said.SuccessExitCodes;
        StopLimits = new StopLimits(
            KillSignal,
            KillDescendants,
            ForceKillAfter: Limit(said.ForceKillAfter ?? DefaultForceKillAfter),
            ForceKillAfterKill: Limit(said.ForceKillAfter),
            DrainTimeout: Limit(said.DrainTimeout),
            StoppedDrainTimeout: Limit(said.DrainTimeout ?? DefaultStoppedDrainTimeout));
    }

    public string? Cwd { get; }

    public IReadOnlyDictionary<string, string?>? Env { get; }

    public bool ClearEnv { get; }

    public uint? Uid { get; }

    public uint? Gid { get; }

    public string? UserName { get; }

    public Shell Shell { get; }

    /// <summary>Null for no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    public Signal KillSignal { get; }

    public bool WindowsHide { get; }

    public bool WindowsVerbatimArguments { get; init; }

    public bool KillDescendants { get; }

    public bool KillOnParentExit { get; }

    public bool PropagateTraceContext { get; }

    /// <summary>How the child is stopped.</summary>
    public StopLimits StopLimits { get; }

    /// <summary>Null for 0 alone.</summary>
    public IReadOnlyList<int>? SuccessExitCodes { get; }

    /// <summary>Whether a child that ended in this way did what it was run for.</summary>
    public bool IsSuccess(ExitStatus status)
        => status.ExitCode is { } code && (SuccessExitCodes is null ? code == 0 : SuccessExitCodes.Contains(code));

    private static TimeSpan? Limit(TimeSpan? time) => time == System.Threading.Timeout.InfiniteTimeSpan ? null : time;
}
