namespace TypedExec.Requests;

/// <summary>Options that are said in several places: at the call, with the command as a value, on its class.</summary>
internal static class OptionLayers
{
    /// <summary>What is said in either; where both say something, the upper one decides.</summary>
    /// <param name="upper">The layer nearer to the call.</param>
    /// <param name="lower">The layer nearer to the class, or null.</param>
    public static ProcessOptions Merge(ProcessOptions upper, ProcessOptions? lower) => lower is null ? upper : new()
    {
        Cwd = upper.Cwd ?? lower.Cwd,
        Env = Merge(upper.Env, lower.Env),
        ClearEnv = upper.ClearEnv ?? lower.ClearEnv,
        // Two names for one thing: whichever the upper layer says, it overrides both.
        Uid = upper.Uid ?? (upper.UserName is null ? lower.Uid : null),
        UserName = upper.UserName ?? (upper.Uid is null ? lower.UserName : null),
        Gid = upper.Gid ?? lower.Gid,
        Shell = upper.Shell ?? lower.Shell,
        Timeout = upper.Timeout ?? lower.Timeout,
        KillSignal = upper.KillSignal ?? lower.KillSignal,
        WindowsHide = upper.WindowsHide ?? lower.WindowsHide,
        WindowsVerbatimArguments = upper.WindowsVerbatimArguments ?? lower.WindowsVerbatimArguments,
        KillDescendants = upper.KillDescendants ?? lower.KillDescendants,
        KillOnParentExit = upper.KillOnParentExit ?? lower.KillOnParentExit,
        ForceKillAfter = upper.ForceKillAfter ?? lower.ForceKillAfter,
        SuccessExitCodes = upper.SuccessExitCodes ?? lower.SuccessExitCodes,
        DrainTimeout = upper.DrainTimeout ?? lower.DrainTimeout,
        PropagateTraceContext = upper.PropagateTraceContext ?? lower.PropagateTraceContext,
    };

    /// <summary>Options that travel hold for every verb, so that what only one verb knows would be lost with the others.</summary>
    /// <exception cref="ArgumentException">It is a derived record.</exception>
    public static void ThrowIfDerived(ProcessOptions options, string parameter)
    {
        ArgumentNullException.ThrowIfNull(options, parameter);
        if (options.GetType() != typeof(ProcessOptions))
        {
            throw new ArgumentException(
                $"Options that travel with a command are a {nameof(ProcessOptions)}; those of {options.GetType().Name} are for the call itself.", parameter);
        }
    }

    private static IReadOnlyDictionary<string, string?>? Merge(
        IReadOnlyDictionary<string, string?>? upper, IReadOnlyDictionary<string, string?>? lower)
    {
        if (upper is null || lower is null)
        {
            return upper ?? lower;
        }

        var merged = new Dictionary<string, string?>(ChildEnvironment.KeyComparer);
        foreach (var (key, value) in lower)
        {
            merged[key] = value;
        }

        foreach (var (key, value) in upper)
        {
            merged[key] = value;
        }

        return merged;
    }
}
