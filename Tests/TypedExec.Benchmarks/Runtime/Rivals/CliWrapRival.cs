using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace TypedExec.Benchmarks.Runtime.Rivals;

internal sealed class CliWrapRival : IRival
{
    public async Task CaptureAsync(string file, string[] args) => await Cli.Wrap(file).WithArguments(args).ExecuteBufferedAsync();

    public void CaptureSync(string file, string[] args) => throw new NotSupportedException();

    public async Task<long> CaptureStringAsync(string file, string[] args)
        => (await Cli.Wrap(file).WithArguments(args).ExecuteBufferedAsync(Encoding.UTF8)).StandardOutput.Length;

    public async Task<long> CaptureBytesAsync(string file, string[] args)
    {
        var bytes = new MemoryStream();
        await Cli.Wrap(file).WithArguments(args).WithStandardOutputPipe(PipeTarget.ToStream(bytes)).ExecuteAsync();
        return bytes.ToArray().Length;
    }

    public async Task<long> DropAsync(string file, string[] args)
    {
        long total = 0;
        var target = PipeTarget.Create(async (stream, cancellationToken) =>
        {
            var buffer = new byte[64 * 1024];
            int count;
            while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                total += count;
            }
        });
        await Cli.Wrap(file).WithArguments(args).WithStandardOutputPipe(target).ExecuteAsync();
        return total;
    }

    public async Task<long> CountLinesAsync(string file, string[] args)
    {
        long lines = 0;
        await Cli.Wrap(file).WithArguments(args).WithStandardOutputPipe(PipeTarget.ToDelegate(_ => lines++)).ExecuteAsync();
        return lines;
    }

    public Task<byte[]> WaitForExitAsync(string file, string[] args) => throw new NotSupportedException();

    public async Task<long> CountThroughPipelineAsync(string[] headArgs)
    {
        var pipeline = Cli.Wrap("head").WithArguments(headArgs) | Cli.Wrap("cat") | Cli.Wrap("wc").WithArguments("-c");
        return long.Parse((await pipeline.ExecuteBufferedAsync()).StandardOutput, System.Globalization.CultureInfo.InvariantCulture);
    }
}
