using System.Diagnostics;

namespace TypedExec.Benchmarks.Runtime.Rivals;

/// <summary><see cref="Process"/> with what .NET 11 adds to it.</summary>
internal sealed class Net11Rival : IRival
{
    private readonly ProcessRival _streams = new();

    public async Task CaptureAsync(string file, string[] args) => Check(await Process.RunAndCaptureTextAsync(file, args));

    public async Task CaptureGuardedAsync(string file, string[] args)
        => Check(await Process.RunAndCaptureTextAsync(
            new ProcessStartInfo(file, args) { RedirectStandardOutput = true, RedirectStandardError = true, KillOnParentExit = true }));

    public void CaptureSync(string file, string[] args) => Check(Process.RunAndCaptureText(file, args));

    public async Task<long> CaptureStringAsync(string file, string[] args)
    {
        var output = await Process.RunAndCaptureTextAsync(file, args);
        Check(output);
        return output.StandardOutput.Length;
    }

    public async Task<long> CaptureBytesAsync(string file, string[] args)
    {
        using var process = Start(file, args);
        var (bytes, _) = await process.ReadAllBytesAsync();
        Check(await process.WaitForExitStatusAsync());
        return bytes.Length;
    }

    public async Task<long> CountLinesAsync(string file, string[] args)
    {
        using var process = Start(file, args);
        long lines = 0;
        await foreach (var line in process.ReadAllLinesAsync())
        {
            // The children of Process ignore SIGPIPE, so yes complains when head has exited.
            lines += line.StandardError ? 0 : 1;
        }

        Check(await process.WaitForExitStatusAsync());
        return lines;
    }

    public async Task<byte[]> WaitForExitAsync(string file, string[] args)
    {
        using var process = Start(file, args);
        var status = await process.WaitForExitStatusAsync();
        var end = BitConverter.GetBytes(Clock.Seconds);
        Check(status);
        var bytes = new byte[16];
        await process.StandardOutput.BaseStream.ReadExactlyAsync(bytes.AsMemory(0, 8));
        end.CopyTo(bytes, 8);
        return bytes;
    }

    /// <summary>.NET 11 adds nothing to streams.</summary>
    public Task<long> DropAsync(string file, string[] args) => _streams.DropAsync(file, args);

    public Task<long> CountThroughPipelineAsync(string[] headArgs) => throw new NotSupportedException();

    private static Process Start(string file, string[] args)
        => Process.Start(new ProcessStartInfo(file, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static void Check(ProcessTextOutput output) => Check(output.ExitStatus);

    private static void Check(ProcessExitStatus status)
    {
        if (status.ExitCode != 0)
        {
            throw new InvalidOperationException($"A child ended with {status.ExitCode}.");
        }
    }
}
