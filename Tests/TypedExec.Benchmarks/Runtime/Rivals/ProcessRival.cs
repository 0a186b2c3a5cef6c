using System.Diagnostics;

namespace TypedExec.Benchmarks.Runtime.Rivals;

internal sealed class ProcessRival : IRival
{
    public async Task CaptureAsync(string file, string[] args)
    {
        using var process = Start(file, args, stderr: true);
        var stdout = process.StandardOutput.ReadToEndAsync();
        var stderr = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await stdout;
        await stderr;
        Check(process);
    }

    public void CaptureSync(string file, string[] args)
    {
        using var process = Start(file, args, stderr: true);
        var stderr = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEnd();
        stderr.GetAwaiter().GetResult();
        process.WaitForExit();
        Check(process);
    }

    public async Task<long> CaptureStringAsync(string file, string[] args)
    {
        using var process = Start(file, args);
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Check(process);
        return text.Length;
    }

    public async Task<long> CaptureBytesAsync(string file, string[] args)
    {
        using var process = Start(file, args);
        var bytes = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(bytes);
        await process.WaitForExitAsync();
        Check(process);
        return bytes.ToArray().Length;
    }

    public async Task<long> DropAsync(string file, string[] args)
    {
        using var process = Start(file, args);
        var buffer = new byte[64 * 1024];
        long total = 0;
        int count;
        while ((count = await process.StandardOutput.BaseStream.ReadAsync(buffer)) > 0)
        {
            total += count;
        }

        await process.WaitForExitAsync();
        Check(process);
        return total;
    }

    public async Task<long> CountLinesAsync(string file, string[] args)
    {
        using var process = Start(file, args);
        long lines = 0;
        while (await process.StandardOutput.ReadLineAsync() is not null)
        {
            lines++;
        }

        await process.WaitForExitAsync();
        Check(process);
        return lines;
    }

    public async Task<byte[]> WaitForExitAsync(string file, string[] args)
    {
        using var process = Start(file, args);
        var exited = new TaskCompletionSource<double>();
        // In the other order, the event of a child that has already exited would be lost.
        process.Exited += (_, _) => exited.TrySetResult(Clock.Seconds);
        process.EnableRaisingEvents = true;
        var bytes = new byte[16];
        await process.StandardOutput.BaseStream.ReadExactlyAsync(bytes.AsMemory(0, 8));
        BitConverter.GetBytes(await exited.Task).CopyTo(bytes, 8);
        Check(process);
        return bytes;
    }

    public Task<long> CountThroughPipelineAsync(string[] headArgs) => throw new NotSupportedException();

    private static Process Start(string file, string[] args, bool stderr = false)
        => Process.Start(new ProcessStartInfo(file, args) { RedirectStandardOutput = true, RedirectStandardError = stderr })!;

    private static void Check(Process process)
    {
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"A child ended with {process.ExitCode}.");
        }
    }
}
