using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TypedExec.TestProgram;

/// <summary>
/// Runs one kind of call repeatedly; each time another of the runtime's native calls fails, until there is none left to fail.
/// Prints what was wrong afterwards, and how many calls have failed.
/// </summary>
internal static partial class FaultRuns
{
    private const string Faults = "faults";
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private static readonly Executable Script = new("sh");
    private static readonly string[] Arguments = ["-c", "cat >/dev/null; echo out; echo err >&2"];

    private static readonly Dictionary<string, Func<Task>> Kinds = new()
    {
        ["Spawn"] = () => SpawnAsync(new SpawnOptions()),
        ["SpawnWithEverything"] = () => SpawnAsync(new SpawnOptions
        {
            Cwd = "/",
            KillDescendants = true,
            KillOnParentExit = true,
            Stdio = [Stdio.Pipe, Stdio.Pipe, Stdio.Pipe, Stdio.Pipe, Stdio.Ignore, Stdio.SameAs(1), Stdio.File("/dev/null", FileMode.Open, FileAccess.Read)],
        }),
        // At a terminal: the child is in its foreground, or requests it.
        ["AtTerminal"] = () => AtTerminalAsync(new SpawnOptions { KillDescendants = true, Stdio = [Stdio.Inherit, Stdio.Ignore, Stdio.Ignore] }),
        ["AtTerminalLater"] = () => AtTerminalAsync(new SpawnOptions { KillOnParentExit = true, Stdio = [Stdio.Ignore, Stdio.Ignore, Stdio.Ignore] }),
        ["SpawnAs"] = () => SpawnAsync(new SpawnOptions { Uid = 65534 }),
        ["Kill"] = KillAsync,
        ["ExecFile"] = () => Script.ExecFile(Arguments, new ExecFileOptions { Input = "in" }).AsTask(),
        ["ExecFileWithTimeout"] = () => new Executable("sleep").ExecFile(["30"], new ExecFileOptions { Timeout = TimeSpan.FromMilliseconds(20), ForceKillAfter = TimeSpan.FromMilliseconds(200) }).AsTask(),
        ["ExecFileSync"] = () => Sync(() => Script.ExecFileSync(Arguments, new ExecFileOptions { Input = "in" })),
        ["SpawnSync"] = () => Sync(() => Script.SpawnSync(Arguments, new SpawnSyncOptions { KillOnParentExit = true, Timeout = TimeSpan.FromSeconds(10) })),
        ["Pipeline"] = () => (new Stage("echo") | new Stage("cat") | new Stage("cat")).ExecFile().AsTask(),
        ["PipelineSync"] = () => Sync(() => (new Stage("echo") | new Stage("cat") | new Stage("cat")).ExecFileSync()),
        ["Fork"] = ForkAsync,
    };

    public static async Task<int> RunAsync(string library, string kind)
    {
        Load(library);
        var run = Kinds[kind];
        // What is loaded and kept at the first time.
        await TryAsync(run);
        await TryAsync(run);
        await UntilNothingIsLeftAsync();
        var before = OwnState.Descriptors();
        var failed = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var number = 1; ; number++)
        {
            Arm(number);
            var wrong = await TryAsync(run);
            if (Marshal.PtrToStringUTF8(Disarm()) is not { } name)
            {
                break;
            }

            failed[name] = failed.GetValueOrDefault(name) + 1;
            var left = await UntilNothingIsLeftAsync(before);
            var descriptors = OwnState.Descriptors() - before;
            if (wrong is not null || left > 0 || descriptors > 0)
            {
                Console.WriteLine($"call {number}, {name}: {wrong ?? "right"}, {left} processes and {descriptors} descriptors left");
                before += descriptors;
            }
        }

        Console.WriteLine($"{failed.Values.Sum()} calls failed one by one: {string.Join(", ", failed.Select(static entry => $"{entry.Key} {entry.Value}"))}");
        return 0;
    }

    /// <summary>
    /// Does the same for one call of the process's first run. Prints the function, or nothing if there was no such call.
    /// </summary>
    public static async Task<int> RunFirstAsync(string library, string kind, int number)
    {
        Load(library);
        var before = OwnState.Descriptors();
        Arm(number);
        var wrong = await TryAsync(Kinds[kind]);
        if (Marshal.PtrToStringUTF8(Disarm()) is { } name)
        {
            var left = await UntilNothingIsLeftAsync();
            var again = await TryAsync(Kinds[kind]);
            // The loop's epoll instance and its eventfd, and the program for the IDs, stay.
            var descriptors = OwnState.Descriptors() - before;
            Console.WriteLine(wrong is null && again is null && left == 0 && descriptors <= 3
                ? name
                : $"call {number}, {name}: {wrong ?? "right"}, {left} processes and {descriptors} descriptors left, then {again ?? "right"}");
        }

        return 0;
    }

    /// <summary>Runs with a function that always fails, and prints the result.</summary>
    public static async Task<int> RefuseAsync(string library, string kind, string function, int errno)
    {
        Load(library);
        Refuse(function, errno);
        string outcome;
        try
        {
            await Kinds[kind]().WaitAsync(Bound);
            outcome = "done";
        }
        catch (Exception exception)
        {
            outcome = exception is ExecException { Code: { } code } ? code : exception.ToString();
        }

        Console.WriteLine($"{outcome}, {await UntilNothingIsLeftAsync()} left");
        return 0;
    }

    /// <summary>Makes every call of a function fail from now on.</summary>
    public static void Refuse(string library, string function, int errno)
    {
        Load(library);
        Refuse(function, errno);
    }

    private static void Load(string library)
    {
        NativeLibrary.SetDllImportResolver(typeof(Executable).Assembly, (name, _, _) => name == "libc" ? NativeLibrary.Load(library) : 0);
        NativeLibrary.SetDllImportResolver(
            typeof(FaultRuns).Assembly, (name, _, _) => name == Faults ? NativeLibrary.Load(library) : 0);
    }

    private static async Task SpawnAsync(SpawnOptions options)
    {
        await using var child = Script.Spawn(Arguments, options with { KillSignal = Signal.SIGKILL });
        if (child.Pid is not null)
        {
            await child.Stdin!.DisposeAsync();
            await child.Stdout!.ReadToEndAsync();
            await child.Stderr!.ReadToEndAsync();
        }

        await child.WaitForCloseAsync();
    }

    private static async Task AtTerminalAsync(SpawnOptions options)
    {
        await using var child = new Executable("stty").Spawn(["-F", "/dev/tty", "-echo"], options with { KillSignal = Signal.SIGKILL, Timeout = TimeSpan.FromSeconds(2) });
        await child.WaitForCloseAsync();
    }

    private static async Task KillAsync()
    {
        await using var child = new Executable("sleep").Spawn(["30"], new SpawnOptions { ForceKillAfter = TimeSpan.FromMilliseconds(200) });
        if (!child.Kill())
        {
            child.Kill(Signal.SIGKILL);
        }

        await child.WaitForCloseAsync();
    }

    private static async Task ForkAsync()
    {
        await using var child = new Executable(Environment.ProcessPath!).Fork("ipc-echo");
        if (child.Pid is not null)
        {
            var answer = new TaskCompletionSource();
            child.Message += (_, _) => answer.TrySetResult();
            child.Error += (_, _) => answer.TrySetResult();
            child.Send("hello");
            await Task.WhenAny(answer.Task, child.WaitForExitAsync());
            child.Disconnect();
        }

        await child.WaitForCloseAsync();
    }

    private static Task Sync(Func<object> run) => Task.Factory.StartNew(run, TaskCreationOptions.LongRunning);

    /// <summary>Returns what a run did wrong, or null.</summary>
    private static async Task<string?> TryAsync(Func<Task> run)
    {
        try
        {
            await run().WaitAsync(Bound);
            return null;
        }
        catch (Exception exception) when (exception is ExecException or IOException or ObjectDisposedException)
        {
            return null;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    /// <summary>
    /// Returns how many children are left. What the .NET runtime holds for a moment, such as a library that it loads, is waited
    /// for too.
    /// </summary>
    private static async Task<int> UntilNothingIsLeftAsync(int descriptors = int.MaxValue)
    {
        var clock = Stopwatch.StartNew();
        int left;
        while (((left = OwnState.Children()) > 0 || OwnState.Descriptors() > descriptors) && clock.Elapsed < TimeSpan.FromSeconds(10))
        {
            await Task.Delay(2);
        }

        return left;
    }

    [LibraryImport(Faults, EntryPoint = "fault_arm")]
    private static partial void Arm(int number);

    [LibraryImport(Faults, EntryPoint = "fault_disarm")]
    private static partial nint Disarm();

    [LibraryImport(Faults, EntryPoint = "fault_refuse", StringMarshalling = StringMarshalling.Utf8)]
    private static partial void Refuse(string? name, int errno);

    private sealed class Stage(string file) : ICommand
    {
        string ICommand.FileName => file;

        public IReadOnlyList<string> ToArguments() => [];
    }
}
