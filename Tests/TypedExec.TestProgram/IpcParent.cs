using System.Net.Sockets;

namespace TypedExec.TestProgram;

/// <summary>Parents of children that talk to them, and programs that only look like children.</summary>
internal static class IpcParent
{
    /// <summary>Sends many messages to a Node program and returns immediately.</summary>
    public static async Task<int> SendAndReturnAsync(string module, string file, int count)
    {
        var child = new Executable("node").Fork(module, [file]);
        var ready = new TaskCompletionSource();
        child.Message += (_, _) => ready.TrySetResult();
        await ready.Task;
        for (var i = 0; i < count; i++)
        {
            child.Send($"{i} {new string('x', 1000)}");
        }

        return 0;
    }

    /// <summary>
    /// Connects to every number there is, none of which is a channel, and prints those that were mistaken for one.
    /// </summary>
    public static async Task<int> ConnectToAnythingAsync(string directory)
    {
        using var listening = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listening.Bind(new UnixDomainSocketEndPoint(Path.Combine(directory, "socket")));
        listening.Listen();
        using var connected = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await connected.ConnectAsync(listening.LocalEndPoint!);
        using var accepted = await listening.AcceptAsync();
        using var file = File.Create(Path.Combine(directory, "file"));
        for (var number = 0; number < 300; number++)
        {
            Environment.SetEnvironmentVariable("NODE_CHANNEL_FD", $"{number}");
            if (ParentChannel.Connect() is not null)
            {
                Console.Write($"{number} ");
            }
        }

        // A number mistaken for a channel wouldn't block any more.
        accepted.Send([1]);
        Console.Write($"{connected.Receive(new byte[1])} {connected.Blocking}");
        return 0;
    }

    /// <summary>Reads a file through a number that names a channel, after an attempt to connect to it.</summary>
    public static Task<int> ConnectAsync()
    {
        Console.Write(ParentChannel.Connect() is null ? "null" : "connected");
        return Task.FromResult(0);
    }
}
