namespace TypedExec.Requests;

/// <summary>The environment entries that Node uses to describe a child's channel.</summary>
internal static class ChannelVariables
{
    public const string Descriptor = "NODE_CHANNEL_FD";
    public const string Mode = "NODE_CHANNEL_SERIALIZATION_MODE";

    public static IReadOnlyDictionary<string, string> For(int descriptor, Serialization serialization)
        => new Dictionary<string, string>
        {
            [Descriptor] = descriptor.ToString(System.Globalization.CultureInfo.InvariantCulture),
            [Mode] = serialization == Serialization.Json ? "json" : "advanced",
        };
}
