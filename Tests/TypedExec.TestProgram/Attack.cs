using System.Globalization;
using System.Runtime.InteropServices;

namespace TypedExec.TestProgram;

/// <summary>
/// What the user that a child runs as may try on the process that spawned it, repeatedly until stdin ends. Prints "ready" when it
/// begins, and at the end how many attempts there were and how many of them succeeded.
/// </summary>
internal static partial class Attack
{
    private const int PTRACE_SEIZE = 0x4206;
    private const int SIGKILL = 9;
    private const int SIGSTOP = 19;

    [LibraryImport("libc", EntryPoint = "ptrace")]
    private static partial nint Trace(nint request, nint pid, nint address, nint data);

    [LibraryImport("libc", EntryPoint = "tgkill")]
    private static partial int SignalThread(int group, int thread, int signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int pid, int signal);

    public static async Task<int> RunAsync(string kind, int victim)
    {
        using var over = new CancellationTokenSource();
        var end = Task.Run(() =>
        {
            Console.In.ReadToEnd();
            over.Cancel();
        });
        Func<int, bool> attempt = kind switch
        {
            "ptrace" => thread => Trace(PTRACE_SEIZE, thread, 0, 0) == 0,
            "tgkill" => thread => SignalThread(victim, thread, SIGKILL) == 0,
            "stop" => child => Signal(child, SIGSTOP) == 0,
            _ => throw new ArgumentException($"No such attack: {kind}", nameof(kind)),
        };
        Console.WriteLine("ready");
        long attempts = 0, successes = 0;
        while (!over.IsCancellationRequested)
        {
            foreach (var target in kind == "stop" ? ChildrenOf(victim) : ThreadsOf(victim))
            {
                attempts++;
                successes += attempt(target) ? 1 : 0;
            }
        }

        await end;
        Console.WriteLine($"{(attempts > 0 ? "tried" : "not tried")} {successes}");
        return 0;
    }

    private static IEnumerable<int> ThreadsOf(int pid)
    {
        try
        {
            return [.. Directory.EnumerateDirectories($"/proc/{pid}/task").Select(static path => Parse(Path.GetFileName(path)))];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static IEnumerable<int> ChildrenOf(int pid) => ThreadsOf(pid).SelectMany(thread =>
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/task/{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse);
        }
        catch (IOException)
        {
            return [];
        }
    });

    private static int Parse(string number) => int.Parse(number, CultureInfo.InvariantCulture);
}
