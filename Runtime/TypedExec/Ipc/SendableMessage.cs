using System.Text.Json;

namespace TypedExec.Ipc;

/// <summary>Rejects what can't be sent before anything is written.</summary>
internal static class SendableMessage
{
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static IpcMessage From(JsonElement value)
        => value.ValueKind == JsonValueKind.Undefined
            ? throw new ArgumentException("The message is undefined. Send a value, or null (ERR_MISSING_ARGS).", nameof(value))
            : IpcMessage.FromJson(value);

    /// <exception cref="ArgumentException">The channel's mode is JSON and the value is undefined.</exception>
    public static IpcMessage From(object? value, IpcChannel channel)
        => value is Undefined && channel.IsJson
            ? throw new ArgumentException("The message is undefined. Send a value, or null (ERR_MISSING_ARGS).", nameof(value))
            : IpcMessage.FromValue(value);
}
