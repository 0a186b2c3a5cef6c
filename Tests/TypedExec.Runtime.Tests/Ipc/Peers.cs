using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedExec.Tests.Ipc;

/// <summary>The children that the tests talk to.</summary>
internal static class Peers
{
    public static Executable Node { get; } = new("node");

    public static Executable DotNet { get; } = new(OwnProcess.File);

    /// <summary>Returns the path of a script in the tests' folder.</summary>
    public static string Module(string name) => Path.Combine(AppContext.BaseDirectory, "Ipc", name);

    /// <summary>Forks a child that returns every message: <c>node</c> or <c>dotnet</c>.</summary>
    public static ChildProcess ForkEcho(string peer, ForkOptions? options = null)
    {
        if (peer == "dotnet")
        {
            return DotNet.Fork("ipc-echo", options: options);
        }

        Programs.SkipWithout("node");
        return Node.Fork(Module("echo.js"), options: options);
    }

    /// <summary>Starts Node with a script and a channel at 3.</summary>
    public static ChildProcess SpawnNode(string script, Serialization serialization = Serialization.Json)
    {
        Programs.SkipWithout("node");
        return Node.Spawn(["-e", script], WithChannel with { Serialization = serialization });
    }

    /// <summary>Starts a shell that writes anything to the channel, which is 3.</summary>
    public static ChildProcess SpawnScript(string script, Serialization serialization = Serialization.Json)
    {
        var options = WithChannel with { Serialization = serialization };
        return PortableBackendAttribute.IsUsed
            // Uses another number for it, because sh can't use numbers with two digits.
            ? new Executable("bash").Spawn(["-c", $"exec 3>&$NODE_CHANNEL_FD; eval \"exec $NODE_CHANNEL_FD>&-\"; {script}"], options)
            : Programs.SpawnScript(script, options);
    }

    public static SpawnOptions WithChannel { get; } = new() { Stdio = [Stdio.Ignore, Stdio.Pipe, Stdio.Ignore, Stdio.Ipc] };

    /// <summary>Returns the next messages, up to the count.</summary>
    public static async Task<JsonElement[]> TakeAsync(this ChildProcess child, int count)
    {
        var messages = new List<JsonElement>(count);
        await foreach (var message in child.ReadMessagesAsync(TestJson.Default.JsonElement))
        {
            messages.Add(message);
            if (messages.Count == count)
            {
                break;
            }
        }

        return [.. messages];
    }

    /// <summary>Returns the exceptions that <see cref="ChildProcess.Error"/> has reported when the child is closed.</summary>
    public static async Task<Exception[]> ErrorsAsync(this ChildProcess child)
    {
        var errors = new List<Exception>();
        child.Error += (_, e) => errors.Add(e.Exception);
        await child.WaitForCloseAsync().Soon();
        return [.. errors];
    }

    /// <summary>Returns all events of a child in order, until it is closed.</summary>
    public static async Task<string[]> EventsAsync(this ChildProcess child)
    {
        var log = new List<string>();
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        child.Spawned += (_, _) => log.Add("spawn");
        child.Message += (_, e) => log.Add($"message {e.Value.GetRawText()}");
        child.Disconnected += (_, _) => log.Add($"disconnect {child.Connected}");
        child.Error += (_, e) => log.Add($"error {(e.Exception as ExecException)?.Code ?? e.Exception.Message}");
        child.Exited += (_, e) => log.Add($"exit {Status(e)}");
        child.Closed += (_, e) =>
        {
            log.Add($"close {Status(e)}");
            closed.SetResult();
        };
        await closed.Task.Soon();
        return [.. log];
    }

    /// <summary>Returns what a Node parent of the child that the expression starts observes, in the same words.</summary>
    public static Task<string[]> NodeEventsAsync(string child) => NodeScript.EventsAsync(
        $$"""
        const log = [];
        const child = {{child}};
        child.on('spawn', () => log.push('spawn'));
        child.on('message', m => log.push('message ' + JSON.stringify(m)));
        child.on('disconnect', () => log.push('disconnect ' + (child.connected ? 'True' : 'False')));
        child.on('error', e => log.push('error ' + e.code));
        child.on('exit', (code, signal) => log.push(`exit ${code} ${signal}`));
        child.on('close', (code, signal) => {
            log.push(`close ${code} ${signal}`);
            child.connected ? child.once('disconnect', () => print(log)) : print(log);
        });
        """);

    /// <summary>
    /// The same events in the same order. On Windows, Node watches the process and the channel independently: <c>exit</c> and
    /// <c>close</c> may come before the last messages, and <c>disconnect</c> at any time.
    /// </summary>
    public static void AssertAsUnderNode(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        static IEnumerable<string> Ordered(IEnumerable<string> events) => OperatingSystem.IsWindows()
            ? events.Where(entry => !entry.StartsWith("disconnect ", StringComparison.Ordinal)).OrderBy(IsEnd)
            : events;

        static bool IsEnd(string entry)
            => entry.StartsWith("exit ", StringComparison.Ordinal) || entry.StartsWith("close ", StringComparison.Ordinal);

        Assert.Equal(Ordered(expected), Ordered(actual));
    }

    private static string Status(ExitedEventArgs e) => $"{e.ExitCode?.ToString() ?? "null"} {e.Signal?.ToString() ?? "null"}";
}

/// <summary>A message of the tests.</summary>
internal sealed record Job(int Number, string Name);

/// <summary>An answer to it.</summary>
internal sealed record JobResult(int Number, string? Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 500)]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(JobResult))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
internal sealed partial class TestJson : JsonSerializerContext;

/// <summary>Node with typed messages, by generated code.</summary>
[Command("node", Fork = true)]
[Messages(Send = typeof(Job), Receive = typeof(JobResult), Context = typeof(TestJson))]
internal static partial class NodeWorker;
