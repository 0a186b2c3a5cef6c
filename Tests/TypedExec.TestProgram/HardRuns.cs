using System.Globalization;
using System.Text;
using TypedExec.TestProgram.Ways;

namespace TypedExec.TestProgram;

/// <summary>Runs that would end, or outgrow, the whole process if their own failure were mistaken for everybody's.</summary>
internal static class HardRuns
{
    /// <summary>The output, or the input, can't be encoded: prints that it was this run's failure.</summary>
    public static async Task<int> StrictEncodingAsync(string name)
    {
        var line = new CommandLine("sh", "-c", "printf '\\377'; exit 1");
        var options = new ExecFileOptions { Input = "", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true) };
        var run = new Run(line, new CommandLine("cat") | line, options);
        try
        {
            var seen = await Way.All.Single(way => way.Name == name).RunAsync(run);
            Console.WriteLine($"failed: {seen.Reason}");
        }
        catch (DecoderFallbackException)
        {
            Console.WriteLine("failed: decoding");
        }

        await AssertOthersRunAsync();
        return 0;
    }

    /// <summary>
    /// Captures at the same time, with the heap limit of this process: each run ends with its output, or with its own failure.
    /// </summary>
    public static async Task<int> CapturesAsync(string name, int count, string bytes)
    {
        var line = new CommandLine("head", "-c", bytes, "/dev/zero");
        var options = new ExecFileOptions { Input = "", MaxBuffer = long.Parse(bytes, CultureInfo.InvariantCulture) };
        var way = Way.All.Single(way => way.Name == name);
        var ended = 0;
        await Task.WhenAll(Enumerable.Range(0, count).Select(async _ =>
        {
            try
            {
                await (way.Name switch
                {
                    "async" => line.ExecFile(options).AsTask(),
                    "async pipeline" => (line | new CommandLine("cat")).ExecFile(options).AsTask(),
                    "sync pipeline" => Task.Run(() => (line | new CommandLine("cat")).ExecFileSync(options)),
                    _ => (Task)Task.Run(() => line.ExecFileSync(options)),
                });
            }
            catch (Exception exception) when (exception is OutOfMemoryException or ExecException)
            {
            }

            Interlocked.Increment(ref ended);
        }));
        await AssertOthersRunAsync();
        Console.WriteLine($"ended: {ended}, children: {OwnState.Children()}");
        return 0;
    }

    /// <summary>Captures more than an array holds. Prints the result, and the length of the exception's text.</summary>
    public static async Task<int> HugeOutputAsync(string name)
    {
        var line = new CommandLine("head", "-c", "2200M", "/dev/zero");
        var options = new ExecFileOptions { Input = "", MaxBuffer = long.MaxValue };
        var seen = await Way.All.Single(way => way.Name == name).RunAsync(new Run(line, new CommandLine("cat") | line, options));
        Console.WriteLine($"{seen.Reason}, {seen.Stdout?.Length}");
        return 0;
    }

    /// <summary>Prints the error code of a sync call that returns its failure as a value.</summary>
    public static Task<int> SpawnSyncOfAsync(string bytes)
    {
        var result = new Executable("head").SpawnSync(
            ["-c", bytes, "/dev/zero"], new SpawnSyncOptions { MaxBuffer = long.Parse(bytes, CultureInfo.InvariantCulture) });
        Console.WriteLine((result.Error as ExecException)?.Code);
        return Task.FromResult(0);
    }

    /// <summary>Keeps results, and prints how much the heap holds for each byte of them.</summary>
    public static async Task<int> KeptResultsAsync()
    {
        const int Size = 2_000_000;
        var kept = new List<ExecResult>();
        for (var i = 0; i < 40; i++)
        {
            kept.Add(await new Executable("head").ExecFile("-c", Size.ToString(CultureInfo.InvariantCulture), "/dev/zero"));
        }

        var perByte = GC.GetTotalMemory(forceFullCollection: true) / kept.Sum(static result => (double)result.StdoutBytes.Length);
        Console.WriteLine(perByte.ToString("0.0", CultureInfo.InvariantCulture));
        GC.KeepAlive(kept);
        return 0;
    }

    private static async Task AssertOthersRunAsync() => await new Executable("true").ExecFile();
}
