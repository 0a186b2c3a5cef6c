namespace TypedExec.Ipc;

/// <summary>
/// Node's messages about handles, sockets and servers that it sends along with messages (lib/internal/child_process.js and
/// lib/internal/socket_list.js), and the answers of a side that accepts none. Node waits for the answers.
/// </summary>
internal static class NodeHandles
{
    /// <summary>Node's answer for a handle that didn't arrive. For a socket, it then tries three more times.</summary>
    private static readonly IpcMessage Refusal = Internal("NODE_HANDLE_NACK");

    /// <summary>Returns the answer to the message, or null.</summary>
    public static IpcMessage? Answer(IpcMessage message) => message.Text("cmd") switch
    {
        "NODE_HANDLE" => Refusal,
        // A closed server asks which of the sockets that it passed on are still open.
        "NODE_SOCKET_NOTIFY_CLOSE" => Internal("NODE_SOCKET_ALL_CLOSED", ("key", message.Text("key"))),
        "NODE_SOCKET_GET_COUNT" => Internal("NODE_SOCKET_COUNT", ("key", message.Text("key")), ("count", 0)),
        _ => null,
    };

    /// <summary>Returns whether a handle came with the message for the first time.</summary>
    /// <param name="message">The message.</param>
    /// <param name="type">Node's name for the handle's type.</param>
    /// <param name="inner">The actual message, or null if there is none.</param>
    public static bool IsHandle(IpcMessage message, out string type, out IpcMessage? inner)
    {
        type = "";
        inner = null;
        if (message.Text("cmd") != "NODE_HANDLE")
        {
            return false;
        }

        type = message.Text("type") ?? "handle";
        inner = message.Property("msg");
        // Another attempt wraps the whole message once more.
        return inner?.Text("cmd") != "NODE_HANDLE";
    }

    public static Exception Unsupported(string type) => new NotSupportedException(
        $"A {type} was sent along with a message. Handles aren't supported: only the message arrived, and the sender was notified.");

    private static IpcMessage Internal(string command, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var message = new Dictionary<string, object?> { ["cmd"] = command };
        foreach (var (name, value) in more)
        {
            message[name] = value;
        }

        return IpcMessage.FromValue(message);
    }
}
