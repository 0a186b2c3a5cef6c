using System.Diagnostics;

namespace TypedExec.Generated;

/// <summary>Runs a call by the verbs that every command has.</summary>
internal static class MethodRunner
{
    public static Execution Start(MethodCall call) => call.ExecFile(Options(call, null), call.CancellationToken);

    public static ChildProcess Spawn(MethodCall call, SpawnOptions? options) => CommandExtensions.Spawn(call, options);

    public static async Task<ExecResult> CaptureAsync(MethodCall call, bool? throwOnFailure = null)
        => call.StderrLines is null && call.InputStream is null
            ? await call.ExecFile(Options(call, throwOnFailure), call.CancellationToken).ConfigureAwait(false)
            : await ListenAsync(call, throwOnFailure).ConfigureAwait(false);

    public static ExecResult Capture(MethodCall call, bool? throwOnFailure = null)
    {
        var result = call.ExecFileSync(Options(call, throwOnFailure));
        foreach (var line in call.StderrLines is null ? [] : OutputItems.Split(result.Stderr, null))
        {
            call.StderrLines!.ForEach(listener => listener(line));
        }

        return result;
    }

    public static bool Throws(MethodCall call) => call.Options?.ThrowOnFailure ?? true;

    public static bool IsTrue(ExecResult result, int falseExitCode, MethodCall call)
        => result.ExitCode == 0 || (result.ExitCode != falseExitCode
            ? throw Failure(call, new ExitStatus(result.ExitCode, result.Signal), result.Stdout, result.Stderr)
            : false);

    public static ExecException Failure(MethodCall call, ExitStatus status, string stdout, string stderr)
    {
        var command = string.Join(' ', [call.FileName, .. call.Arguments.Masked]);
        return new ExecException($"Command failed: {command}\n{stderr}")
        {
            SpawnArgs = call.Arguments.Masked,
            Cmd = command,
            ExitCode = status.ExitCode,
            Signal = status.Signal,
            Stdout = stdout,
            Stderr = stderr,
        };
    }

    private static async Task<ExecResult> ListenAsync(MethodCall call, bool? throwOnFailure)
    {
        var start = Stopwatch.GetTimestamp();
        var run = StreamedRun.Start(call, call.CancellationToken);
        await using var _ = run.ConfigureAwait(false);
        using var stdout = new MemoryStream();
        await run.Stdout.CopyToAsync(stdout, CancellationToken.None).ConfigureAwait(false);
        var (status, stderr) = await run.EndAsync(
            throwOnFailure ?? Throws(call), run.Encoding.GetString(stdout.GetBuffer(), 0, (int)stdout.Length), call.CancellationToken).ConfigureAwait(false);
        return new ExecResult(
            status,
            stdout.ToArray(),
            run.Encoding.GetBytes(stderr),
            run.Encoding,
            Stopwatch.GetElapsedTime(start),
            string.Join(' ', [call.FileName, .. call.Arguments.Masked]));
    }

    private static ExecFileOptions Options(MethodCall call, bool? throwOnFailure)
    {
        var options = call.Options ?? new ExecFileOptions();
        return options with
        {
            Input = call.Input is { IsSet: true } input ? input : call.InputStream is { } stream ? ReadAll(stream) : options.Input ?? "",
            ThrowOnFailure = throwOnFailure ?? options.ThrowOnFailure,
        };
    }

    private static ProcessInput ReadAll(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
