namespace TypedExec.Requests;

/// <summary>Merges options from several places: the call, the command value, and its class.</summary>
internal static class OptionLayers
{
    /// <summary>Merges two layers. If both set an option, the upper one wins.</summary>
    /// <param name="upper">The layer nearer to the call.</param>
    /// <param name="lower">The layer nearer to the class, or null.</param>
    public static ProcessOptions Merge(ProcessOptions upper, ProcessOptions? lower) => lower is null ? upper : new()
    {
        Cwd = upper.Cwd ?? lower.Cwd,
        Env = Merge(upper.Env, lower.Env),
        ClearEnv = upper.ClearEnv ?? lower.ClearEnv,
        // Two names for one thing: whichever the upper layer sets overrides both.
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

    /// <summary>
    /// Throws for a derived record: default options apply to every way of running a command, so options that only one of them has
    /// would be lost.
    /// </summary>
    /// <exception cref="ArgumentException">It is a derived record.</exception>
    public static void ThrowIfDerived(ProcessOptions options, string parameter)
    {
        ArgumentNullException.ThrowIfNull(options, parameter);
        if (options.GetType() != typeof(ProcessOptions))
        {
            throw new ArgumentException(
                $"The default options of a command must be a {nameof(ProcessOptions)}. Pass those of {options.GetType().Name} to the call itself.", parameter);
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
