using TypedExec.Terminals;

namespace TypedExec.Generated;

/// <summary>Runs a call with the methods that every command has.</summary>
internal static class MethodRunner
{
    public static Execution Start(MethodCall call) => call.ExecFile(Options(call), call.CancellationToken);

    public static ChildProcess Spawn(MethodCall call, SpawnOptions? options) => CommandExtensions.Spawn(call, options);

    public static async Task<ExecResult> CaptureAsync(MethodCall call, bool? throwOnFailure = null)
        => await call.ExecFile(Options(call, throwOnFailure), call.CancellationToken).ConfigureAwait(false);

    public static ExecResult Capture(MethodCall call, bool? throwOnFailure = null)
    {
        var options = Options(call, throwOnFailure);
        if (call.InputStream is { } stream)
        {
            options = options with { Input = ReadAll(stream) };
        }

        return call.ExecFileSync(options);
    }

    public static bool IsTrue(ExecResult result, int falseExitCode)
        => result.ExitCode == 0 || (result.ExitCode == falseExitCode ? false : throw Failure(result));

    /// <summary>Returns the options of the call, including those from its parameters.</summary>
    public static ExecFileOptions Options(MethodCall call, bool? throwOnFailure = null)
    {
        var options = call.Options ?? new ExecFileOptions();
        if (call.StderrLines is { } listeners)
        {
            options = options.Terminal is null
                ? options with { Stderr = [.. options.Stderr ?? [Output.Capture], .. listeners.Select(static listener => Output.ToLines(listener))] }
                : options with { Stdout = [.. options.Stdout ?? [Output.Capture], .. listeners.Select(AtTerminal)] };
        }

        return options with
        {
            Input = call.Input is { IsSet: true } input ? input
                : call.InputStream is { } stream ? ProcessInput.FromStream(stream)
                : options.Input ?? "",
            ThrowOnFailure = throwOnFailure ?? options.ThrowOnFailure,
        };
    }

    /// <summary>A terminal receives both outputs, and a line that is drawn there contains more than its text.</summary>
    private static Output AtTerminal(Action<string> listener) => Output.ToLines(line =>
    {
        if (PlainText.From(line) is { Length: > 0 } text)
        {
            listener(text);
        }
    });

    private static ExecException Failure(ExecResult result)
    {
        try
        {
            result.EnsureSuccess();
        }
        catch (ExecException failure)
        {
            return failure;
        }

        // Even an exit code that the options define as success is neither true nor false.
        return new ExecException($"{result.Command} ended with exit code {result.ExitCode}, which is neither true nor false.")
        {
            Cmd = result.Command,
            ExitCode = result.ExitCode,
            Stdout = result.Stdout,
            Stderr = result.Stderr,
        };
    }

    private static ProcessInput ReadAll(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
