using TypedExec.Platform;
using TypedExec.Testing;

namespace TypedExec.Tests.SameProgram;

/// <summary>A fake that is backed by a real process.</summary>
internal static class Puppet
{
    /// <summary>
    /// Returns the path of the program that a call starts, looked up on the child's own PATH, or null if it can't be executed.
    /// </summary>
    public static string? FindProgram(FakeCall call)
    {
        var name = call.Request.File;
        var cwd = call.Cwd ?? Environment.CurrentDirectory;
        var candidates = name.Contains('/', StringComparison.Ordinal)
            ? [Path.Combine(cwd, name)]
            : call.Request.Environment.Path.Split(':').Select(directory => Path.Combine(cwd, directory, name));
        return candidates.FirstOrDefault(static path
            => File.Exists(path) && (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.OtherExecute)) != 0);
    }

    /// <summary>Runs the program and plays it.</summary>
    public static async Task<int> PlayAsync(FakeChild child)
    {
        // Only in the script's own flow: here the programs are real.
        Backend.Replace(null);
        var request = child.Call.Request;
        var real = new Executable(request.File).Spawn([.. request.Argv.Skip(1)], new SpawnOptions
        {
            Argv0 = request.Argv[0],
            Cwd = request.Cwd,
            ClearEnv = true,
            Env = request.Environment.Entries.ToDictionary(static entry => entry.Key, static entry => (string?)entry.Value),
            Detached = request.Detached,
            MaxUnread = 64 * 1024,
            Stdio = [.. Enumerable.Repeat(Stdio.Pipe, request.Stdio.Count)],
        });
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(child.Ended);
        var signals = PassSignalsAsync(child, real, ended.Token);
        for (var i = 3; i < request.Stdio.Count; i++)
        {
            _ = PassInputAsync(child.GetStream(i), real.Stdio[i]!, ended.Token);
        }

        _ = PassInputAsync(child.GetStream(0), real.Stdin!, ended.Token);
        var outputs = Task.WhenAll(Enumerable.Range(1, request.Stdio.Count - 1).Select(i => PassOutputAsync(real.Stdio[i]!, child.GetStream(i))));
        // If it is killed with SIGKILL, so is the real one.
        await using var killed = child.Ended.Register(() => real.Kill(Signal.SIGKILL));
        // Not waited for before the outputs have ended, so that nothing of them is dropped.
        await outputs;
        var status = await real.WaitForExitAsync(CancellationToken.None);
        await ended.CancelAsync();
        await signals;
        if (status.Signal is { } signal)
        {
            child.EndBy(signal);
        }

        return status.ExitCode ?? 0;
    }

    private static async Task PassSignalsAsync(FakeChild child, ChildProcess real, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                real.Kill(await child.WaitForSignalAsync(ended));
                real.Kill(Signal.SIGCONT);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task PassInputAsync(Stream from, Stream to, CancellationToken ended)
    {
        try
        {
            await from.CopyToAsync(to, ended);
            await to.DisposeAsync();
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            await from.DisposeAsync();
        }
    }

    private static async Task PassOutputAsync(Stream from, Stream to)
    {
        try
        {
            await from.CopyToAsync(to);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // Nobody reads the fake any more, so the real one gets SIGPIPE.
            await from.DisposeAsync();
        }
    }
}
