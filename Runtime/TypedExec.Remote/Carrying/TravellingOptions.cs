using TypedExec.Requests;

namespace TypedExec.Remote.Carrying;

/// <summary>Which of a command's options hold where it runs, and which for the carrier too.</summary>
internal static class TravellingOptions
{
    /// <summary>Those of the process that is started here: what it is given itself, and below that what holds for the whole run.</summary>
    public static ProcessOptions? AtCarrier(ProcessOptions? options, ICarrier carrier)
    {
        var inner = options is null || carrier is not ITransport transport ? options : options with
        {
            Cwd = transport.IsHere ? options.Cwd : null,
            Env = null,
            ClearEnv = null,
            Uid = null,
            Gid = null,
            UserName = null,
            Shell = null,
            WindowsHide = null,
            WindowsVerbatimArguments = null,
            PropagateTraceContext = null,
        };
        return carrier.Defaults is { } own ? OptionLayers.Merge(own, inner) : inner;
    }

    /// <summary>Refuses what only this machine's kernel can do for a child of this process.</summary>
    /// <exception cref="ArgumentException">Such an option is set.</exception>
    public static void ThrowIfOnlyHere(ProcessOptions options, ICarrier carrier)
    {
        ThrowIf(options.Uid is not null, nameof(options.Uid), carrier);
        ThrowIf(options.Gid is not null, nameof(options.Gid), carrier);
        ThrowIf(options.UserName is not null, nameof(options.UserName), carrier);
    }

    private static void ThrowIf(bool isSet, string option, ICarrier carrier)
    {
        if (isSet)
        {
            throw new ArgumentException(
                $"The option {option} cannot travel with a command by way of {carrier.FileName}: put Via(new Sudo {{ User = … }}) before it.", option);
        }
    }
}
