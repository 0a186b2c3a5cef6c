using System.Text.Json;
using System.Text.Json.Nodes;

namespace TypedExec.TestProgram;

/// <summary>Children that talk to the parent that forked them, a .NET or a Node program.</summary>
internal static class IpcChild
{
    /// <summary>Returns every message, until the channel is closed.</summary>
    public static async Task<int> EchoAsync()
    {
        var parent = Connect(exitWhenClosed: true);
        parent.Message += (_, e) => parent.SendObject(e.Object);
        await Task.Delay(Timeout.InfiniteTimeSpan);
        return 1;
    }

    /// <summary>Sends the numbers below a count and returns immediately.</summary>
    public static Task<int> BurstAsync(int count)
    {
        var parent = Connect();
        for (var i = 0; i < count; i++)
        {
            parent.Send(i);
        }

        return Task.FromResult(0);
    }

    /// <summary>Returns every message, and the text of each error, until the channel is closed.</summary>
    public static async Task<int> ReceiveHandleAsync()
    {
        var parent = Connect(exitWhenClosed: true);
        parent.Error += (_, e) => parent.Send("error " + e.Exception.Message);
        parent.Message += (_, e) => parent.Send(e.Value);
        await Task.Delay(Timeout.InfiniteTimeSpan);
        return 1;
    }

    /// <summary>Sends what it and its own child see of the channel.</summary>
    public static async Task<int> ReportAsync(string[] args)
    {
        var parent = Connect();
        var again = ParentChannel.Connect();
        var grandchild = OperatingSystem.IsWindows()
            ? await new Executable("cmd.exe").ExecFile("/d", "/c", "if not defined NODE_CHANNEL_FD if not defined NODE_CHANNEL_SERIALIZATION_MODE echo none none")
            : await new Executable("sh").ExecFile(
                "-c", "echo ${NODE_CHANNEL_FD-none} ${NODE_CHANNEL_SERIALIZATION_MODE-none}; ls -l /proc/self/fd | grep -c socket; true");
        var handed = OperatingSystem.IsWindows() ? $" {InheritableDescriptors.Count()}" : "";
        var report = new JsonObject
        {
            ["args"] = new JsonArray([.. args.Select(arg => (JsonNode)arg)]),
            ["fd"] = Environment.GetEnvironmentVariable("NODE_CHANNEL_FD"),
            ["mode"] = Environment.GetEnvironmentVariable("NODE_CHANNEL_SERIALIZATION_MODE"),
            ["grandchild"] = grandchild.Stdout.ReplaceLineEndings(" ").Trim() + handed,
            ["sameChannel"] = ReferenceEquals(parent, again),
        };
        parent.Send(JsonElement.Parse(report.ToJsonString()));
        return 0;
    }

    /// <summary>Waits for the end of the channel, and records it in a file.</summary>
    public static async Task<int> AwaitDisconnectAsync(string file)
    {
        var parent = Connect();
        var count = 0;
        parent.Disconnected += (_, _) => count++;
        parent.Send("ready");
        await parent.WaitForDisconnectAsync();
        await File.WriteAllTextAsync(file + ".new", $"{count} {parent.Connected}");
        File.Move(file + ".new", file);
        return 3;
    }

    /// <summary>Disconnects twice, then sends, and prints what that raised.</summary>
    public static async Task<int> DisconnectAsync()
    {
        var parent = Connect();
        parent.Error += (_, e) => Console.Write(((ExecException)e.Exception).Code + " ");
        parent.Disconnect();
        Console.Write($"{parent.Connected} ");
        parent.Disconnect();
        Console.Write($"{parent.Send(1)} ");
        await parent.WaitForDisconnectAsync();
        var drained = new TaskCompletionSource();
        parent.Disconnected += (_, _) => drained.SetResult();
        await drained.Task;
        return 0;
    }

    /// <summary>Forks a child that awaits the end of the channel, and runs until it is killed.</summary>
    public static async Task<int> ParentOfAsync(string file)
    {
        var child = new Executable(Environment.ProcessPath!).Fork("ipc-await-disconnect", [file]);
        child.Message += (_, _) => Console.WriteLine(child.Pid);
        await Task.Delay(Timeout.InfiniteTimeSpan);
        return 1;
    }

    private static ParentChannel Connect(bool exitWhenClosed = false)
        => ParentChannel.Connect(exitWhenClosed) ?? throw new InvalidOperationException("This process was not forked.");
}
