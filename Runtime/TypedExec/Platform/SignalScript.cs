using TypedExec.Requests;

namespace TypedExec.Platform;

/// <summary>Runs the script that signals a carried command's remote process. It's part of the run, so services, logs, and fakes don't see it.</summary>
/// <param name="platform">The backend that starts it.</param>
/// <param name="request">The request that the child was started from. Its directory, environment, and user are used.</param>
/// <param name="script">The script.</param>
/// <param name="pid">The child.</param>
internal sealed class SignalScript(IProcessBackend platform, StartRequest request, string script, int pid)
{
    /// <summary>The exit code that reports that the remote process doesn't exist.</summary>
    public const int NoProcess = 3;

    private const int Failed = -1;

    /// <summary>Sends a signal.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="bound">How long it may take.</param>
    /// <returns>The script's exit code; negative if it couldn't be run or took too long.</returns>
    public async Task<int> RunAsync(Signal signal, TimeSpan bound)
    {
        string[] argv = ["sh", "-c", $"te_s={signal.ToString()[3..]}; te_p={pid}; {script}"];
        StartedChild child;
        try
        {
            child = platform.Start(request with
            {
                File = "/bin/sh",
                Argv = argv,
                MaskedArgv = argv,
                Stdio = [Stdio.Ignore, Stdio.Ignore, Stdio.Ignore],
                Files = [],
                Carried = null,
                Detached = false,
                Terminal = null,
                TerminalInput = null,
                IpcIndex = null,
                ForegroundOf = null,
                Group = null,
                IsFed = false,
                IsStdinLinked = false,
                IsStdoutLinked = false,
            });
        }
        catch (SpawnFailureException)
        {
            return Failed;
        }

        var ended = new TaskCompletionSource<ExitStatus>(TaskCreationOptions.RunContinuationsAsynchronously);
        child.WatchExit(ended.SetResult);
        await ((Task)ended.Task.WaitAsync(bound)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var isInTime = ended.Task.IsCompleted;
        if (!isInTime)
        {
            _ = child.Kill(Signal.SIGKILL, request.KillGroup);
        }

        var status = await ended.Task.ConfigureAwait(false);
        child.Release();
        return isInTime ? status.ExitCode ?? Failed : Failed;
    }
}
