using TypedExec.Requests;

namespace TypedExec.Remote.Carrying;

/// <summary>Separates a command's options into those that apply where it runs and those that also apply to the carrier.</summary>
internal static class TravellingOptions
{
    /// <summary>The options of the local process: its own, with those of the whole run as defaults.</summary>
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

    /// <summary>Rejects options that only this machine's kernel can apply to a child of this process.</summary>
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
                $"The option {option} can't be carried by {carrier.FileName}: put Via(new Sudo {{ User = … }}) before it.", option);
        }
    }
}
