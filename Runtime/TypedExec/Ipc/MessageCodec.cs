namespace TypedExec.Ipc;

/// <summary>Creates the codec of each mode.</summary>
internal static class MessageCodec
{
    public static IMessageCodec For(Serialization serialization) => serialization switch
    {
        Serialization.Json => new JsonLinesCodec(),
        Serialization.Advanced => new AdvancedCodec(),
        _ => throw new ArgumentOutOfRangeException(nameof(serialization), serialization, "The value isn't a valid Serialization."),
    };
}
