using Medallion.Shell;

namespace TypedExec.Benchmarks.Runtime.Rivals;

internal sealed class MedallionRival : IRival
{
    public async Task CaptureAsync(string file, string[] args)
    {
        var result = await Start(file, args).Task;
        _ = (result.StandardOutput, result.StandardError);
    }

    public void CaptureSync(string file, string[] args) => Start(file, args).Wait();

    public async Task<long> CaptureStringAsync(string file, string[] args)
        => (await Start(file, args).Task).StandardOutput.Length;

    public async Task<long> CaptureBytesAsync(string file, string[] args)
    {
        var bytes = new MemoryStream();
        await (Start(file, args) > bytes).Task;
        return bytes.ToArray().Length;
    }

    public async Task<long> DropAsync(string file, string[] args)
    {
        var command = Start(file, args);
        var buffer = new byte[64 * 1024];
        long total = 0;
        int count;
        while ((count = await command.StandardOutput.BaseStream.ReadAsync(buffer)) > 0)
        {
            total += count;
        }

        await command.Task;
        return total;
    }

    public async Task<long> CountLinesAsync(string file, string[] args)
    {
        var command = Start(file, args);
        long lines = 0;
        while (await command.StandardOutput.ReadLineAsync() is not null)
        {
            lines++;
        }

        await command.Task;
        return lines;
    }

    public Task<byte[]> WaitForExitAsync(string file, string[] args) => throw new NotSupportedException();

    public async Task<long> CountThroughPipelineAsync(string[] headArgs)
    {
        var pipeline = Start("head", headArgs) | Start("cat", []) | Start("wc", ["-c"]);
        return long.Parse((await pipeline.Task).StandardOutput, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Command Start(string file, string[] args)
        => Command.Run(file, args, options => options.ThrowOnError());
}
