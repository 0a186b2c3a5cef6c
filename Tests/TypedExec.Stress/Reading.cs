using System.Buffers;

namespace TypedExec.Stress;

/// <summary>The ways in which a parent may read a child's output.</summary>
internal static class Reading
{
    private static readonly string[] Ways = ["whole", "lines", "stream", "slowly", "PipeReader", "blocking"];

    /// <summary>Reads to the end in a random way that begins at a random moment.</summary>
    /// <returns>All bytes.</returns>
    public static Task<byte[]> ToEndAsync(Trial trial, ChildOutput output)
    {
        var way = trial.Pick<string>(Ways);
        var delay = trial.Chance(30) ? trial.Milliseconds(80) : TimeSpan.Zero;
        var size = trial.Pick(1, 7, 100, 4096, 65_536, 300_000);
        trial.Note($"read {way} {size} after {delay.TotalMilliseconds} ms");
        return ReadAsync(output, way, delay, size);
    }

    private static async Task<byte[]> ReadAsync(ChildOutput output, string way, TimeSpan delay, int size)
    {
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay);
        }

        var all = new MemoryStream();
        switch (way)
        {
            case "whole":
                return System.Text.Encoding.ASCII.GetBytes(await output.ReadToEndAsync());
            case "lines":
                await foreach (var line in output.ReadLinesAsync())
                {
                    all.Write(System.Text.Encoding.ASCII.GetBytes(line));
                    all.WriteByte((byte)'\n');
                }

                break;
            case "stream":
                await output.CopyToAsync(all);
                break;
            case "slowly":
                await ReadSlowlyAsync(output, all, Math.Max(size, 100));
                break;
            case "PipeReader":
                var reader = output.AsPipeReader();
                await reader.CopyToAsync(all);
                await reader.CompleteAsync();
                break;
            default:
                await Task.Factory.StartNew(
                    () => ReadBlocking(output, all, Math.Max(size, 100)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                break;
        }

        return all.ToArray();
    }

    private static async Task ReadSlowlyAsync(ChildOutput output, MemoryStream all, int size)
    {
        var buffer = new byte[size];
        int count;
        for (var i = 0; (count = await output.ReadAsync(buffer)) > 0; i++)
        {
            all.Write(buffer, 0, count);
            if (i is 0 or 2 or 20)
            {
                await Task.Delay(10);
            }
        }
    }

    private static void ReadBlocking(ChildOutput output, MemoryStream all, int size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        int count;
        while ((count = output.Read(buffer, 0, size)) > 0)
        {
            all.Write(buffer, 0, count);
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }
}
