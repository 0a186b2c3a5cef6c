namespace TypedExec.Benchmarks.Runtime.Rivals;

internal sealed class TypedExecRival : IRival
{
    private static readonly ExecFileOptions Unlimited = new() { MaxBuffer = int.MaxValue };
    private static readonly ExecFileOptions Guarded = new() { MaxBuffer = int.MaxValue, KillOnParentExit = true };

    public async Task CaptureAsync(string file, string[] args)
    {
        var result = await new Executable(file).ExecFile(args, Unlimited);
        _ = (result.Stdout, result.Stderr);
    }

    public async Task CaptureGuardedAsync(string file, string[] args)
    {
        var result = await new Executable(file).ExecFile(args, Guarded);
        _ = (result.Stdout, result.Stderr);
    }

    public void CaptureSync(string file, string[] args)
    {
        var result = new Executable(file).ExecFileSync(args, Unlimited);
        _ = (result.Stdout, result.Stderr);
    }

    public async Task<long> CaptureStringAsync(string file, string[] args)
        => (await new Executable(file).ExecFile(args, Unlimited)).Stdout.Length;

    public async Task<long> CaptureBytesAsync(string file, string[] args)
        => (await new Executable(file).ExecFile(args, Unlimited)).StdoutBytes.Length;

    public async Task<long> DropAsync(string file, string[] args)
    {
        var child = new Executable(file).Spawn(args);
        var buffer = new byte[64 * 1024];
        long total = 0;
        int count;
        while ((count = await child.Stdout!.ReadAsync(buffer)) > 0)
        {
            total += count;
        }

        Check((await child.WaitForExitAsync()).ExitCode);
        return total;
    }

    public async Task<long> CountLinesAsync(string file, string[] args)
    {
        var child = new Executable(file).Spawn(args);
        long lines = 0;
        await foreach (var _ in child.Stdout!.ReadLinesAsync())
        {
            lines++;
        }

        Check((await child.WaitForExitAsync()).ExitCode);
        return lines;
    }

    public async Task<long> CountUtf8LinesAsync(string file, string[] args)
    {
        var child = new Executable(file).Spawn(args);
        using var reader = child.Stdout!.ReadUtf8Lines();
        long lines = 0;
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out _))
            {
                lines++;
            }
        }

        Check((await child.WaitForExitAsync()).ExitCode);
        return lines;
    }

    public async Task<byte[]> WaitForExitAsync(string file, string[] args)
    {
        var child = new Executable(file).Spawn(args);
        var status = await child.WaitForExitAsync();
        var end = BitConverter.GetBytes(Clock.Seconds);
        Check(status.ExitCode);
        var bytes = new byte[16];
        await child.Stdout!.ReadExactlyAsync(bytes.AsMemory(0, 8));
        end.CopyTo(bytes, 8);
        return bytes;
    }

    private static void Check(int? code)
    {
        if (code != 0)
        {
            throw new InvalidOperationException($"A child ended with {code}.");
        }
    }

    public async Task<long> CountThroughPipelineAsync(string[] headArgs)
        => long.Parse(
            (await (new Tool("head", headArgs) | new Tool("cat") | new Tool("wc", "-c")).ExecFile()).Stdout,
            System.Globalization.CultureInfo.InvariantCulture);

    private sealed class Tool(string file, params string[] args) : ICommand
    {
        string ICommand.FileName => file;

        public IReadOnlyList<string> ToArguments() => args;
    }
}
