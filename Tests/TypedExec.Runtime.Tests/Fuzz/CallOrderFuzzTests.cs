using System.Globalization;
using System.Text;
using CsCheck;
using TypedExec.Tests.Pipelines;

namespace TypedExec.Tests.Fuzz;

/// <summary>
/// A child writes more than a pipe holds to each of its outputs. In whatever order its owner reads, waits, stops and disposes,
/// one after the other or at the same time, nothing hangs, and what was read is what the child wrote.
/// </summary>
public sealed class CallOrderFuzzTests
{
    // 64 KB and a byte, in lines, so that it can be read by lines too.
    private const int Size = (64 * 1024) + 1;

    private static readonly string[] Acts =
        ["out", "err", "some out", "some err", "line", "error line", "lines", "found", "data", "exit", "close", "stop", "kill", "dispose"];

    private static readonly string[] PipelineActs = ["out", "some out", "line", "exit", "stop", "kill", "dispose"];

    private static readonly Gen<long?> Limits = Gen.Int[0, 3].Select(static limit => limit switch { 0 => (long?)null, 1 => 0, 2 => 1000, _ => Size });

    private static readonly Gen<string[]> Orders = Gen.Int[0, Acts.Length - 1].Select(static act => Acts[act]).Array[1, 7];

    private static readonly string Expected = string.Concat(
        Enumerable.Range(0, Size).Select(static i => i % 64 == 63 || i == Size - 1 ? '\n' : (char)('a' + (i / 64 % 26))));

    /// <summary>Gets how many orders are tried; set <c>TYPEDEXEC_ORDERS</c> for more.</summary>
    private static int Count
        => int.TryParse(Environment.GetEnvironmentVariable("TYPEDEXEC_ORDERS"), CultureInfo.InvariantCulture, out var count) ? count : 100;

    [Fact]
    public async Task Nothing_hangs_and_nothing_is_lost_in_any_order()
    {
        using var file = new OutputFile();
        await Gen.Select(Orders, Limits, Gen.Bool).SampleAsync(
            (acts, maxUnread, both) => OneAfterTheOtherAsync(file.Script(both), acts, maxUnread), iter: Count);
    }

    [Fact]
    public async Task Nothing_hangs_when_everything_happens_at_once()
    {
        using var file = new OutputFile();
        await Gen.Select(Orders, Limits, Gen.Bool).SampleAsync(
            (acts, maxUnread, both) => AtOnceAsync(file.Script(both), acts, maxUnread), iter: Count);
    }

    [Fact]
    public async Task Nothing_hangs_in_a_spawned_pipeline()
    {
        using var file = new OutputFile();
        await Gen.Select(Gen.Int[0, PipelineActs.Length - 1].Select(static act => PipelineActs[act]).Array[1, 5], Gen.Bool).SampleAsync(
            async (acts, both) =>
            {
                var pipeline = (Programs.Sh["-c", file.Script(both)] | Tool.Cat).Spawn();
                foreach (var act in acts.Append("dispose"))
                {
                    await AllowedAsync(ActAsync(act, pipeline));
                }
            },
            iter: Count / 2);
    }

    private static async Task OneAfterTheOtherAsync(string script, string[] acts, long? maxUnread)
    {
        // The first reader takes over: past the limit, the child is then blocked for it, because a slow reader loses nothing.
        maxUnread = acts.Any(static act => act is not ("out" or "err" or "exit" or "close" or "stop" or "kill" or "dispose")) ? null : maxUnread;
        var child = Programs.SpawnScript(script, new SpawnOptions { MaxUnread = maxUnread });
        var seen = new Seen();
        foreach (var act in acts)
        {
            await AllowedAsync(ActAsync(act, child, seen));
        }

        // If somebody waits for the exit while nobody reads, the rest is dropped.
        var isWhole = maxUnread is null or Size && !acts.Any(static act => act is "stop" or "kill" or "dispose");
        await AllowedAsync(ActAsync("out", child, seen));
        await AllowedAsync(ActAsync("err", child, seen));
        await child.DisposeAsync().AsTask().Soon();
        Assert.StartsWith(seen.Stdout.ToString(), Expected, StringComparison.Ordinal);
        Assert.StartsWith(seen.Stderr.ToString(), Expected, StringComparison.Ordinal);
        if (isWhole)
        {
            Assert.Equal((Size, Size), (seen.Stdout.Length, seen.Stderr.Length));
        }
    }

    private static async Task AtOnceAsync(string script, string[] acts, long? maxUnread)
    {
        var child = Programs.SpawnScript(script, new SpawnOptions { MaxUnread = maxUnread });
        // An output that is partly read, while nobody waits for the exit, blocks the child, as it should.
        await Task.WhenAll(acts.Append("exit").Append("dispose").Select(act => Task.Run(() => AllowedAsync(ActAsync(act, child, new Seen())))));
    }

    private static async Task ActAsync(string act, ChildProcess child, Seen seen)
    {
        switch (act)
        {
            case "out":
                seen.Stdout.Append(await child.Stdout!.ReadToEndAsync());
                break;
            case "err":
                seen.Stderr.Append(await child.Stderr!.ReadToEndAsync());
                break;
            case "some out":
                await ReadSomeAsync(child.Stdout!, seen.Stdout);
                break;
            case "some err":
                await ReadSomeAsync(child.Stderr!, seen.Stderr);
                break;
            case "line":
                seen.AddLine(seen.Stdout, await child.Stdout!.ReadLineAsync());
                break;
            case "error line":
                seen.AddLine(seen.Stderr, await child.Stderr!.ReadLineAsync());
                break;
            case "lines":
                await foreach (var line in child.Stdout!.ReadLinesAsync())
                {
                    seen.AddLine(seen.Stdout, line);
                    if (line.StartsWith('c'))
                    {
                        break;
                    }
                }

                break;
            case "found":
                _ = await child.Stdout!.WaitForLineAsync(line =>
                {
                    seen.AddLine(seen.Stdout, line);
                    return line.StartsWith('e');
                });
                break;
            case "data":
                await TakePieceAsync(child, seen);
                break;
            case "exit":
                await child.WaitForExitAsync();
                break;
            case "close":
                await child.WaitForCloseAsync();
                break;
            case "stop":
                await child.StopAsync();
                break;
            case "kill":
                child.Kill();
                break;
            default:
                await child.DisposeAsync();
                break;
        }
    }

    private static async Task ActAsync(string act, ChildPipeline pipeline)
    {
        switch (act)
        {
            case "out":
                _ = await pipeline.Stdout!.ReadToEndAsync();
                break;
            case "some out":
                _ = await pipeline.Stdout!.ReadAsync(new byte[1000]);
                break;
            case "line":
                _ = await pipeline.Stdout!.ReadLineAsync();
                break;
            case "exit":
                await pipeline.WaitForExitAsync();
                break;
            case "stop":
                await pipeline.StopAsync();
                break;
            case "kill":
                pipeline.Kill();
                break;
            default:
                await pipeline.DisposeAsync();
                break;
        }
    }

    private static async Task ReadSomeAsync(ChildOutput output, StringBuilder seen)
    {
        var buffer = new byte[1000];
        seen.Append(Encoding.ASCII.GetString(buffer, 0, await output.ReadAsync(buffer)));
    }

    /// <summary>A handler that removes itself at its first piece, which may be the end.</summary>
    private static async Task TakePieceAsync(ChildProcess child, Seen seen)
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        EventHandler<DataEventArgs> handler = null!;
        handler = (_, e) =>
        {
            child.Stdout!.Data -= handler;
            seen.Stdout.Append(e.Text);
            taken.TrySetResult();
        };
        child.Stdout!.Data += handler;
        await Task.WhenAny(taken.Task, child.WaitForCloseAsync());
        child.Stdout.Data -= handler;
    }

    /// <summary>
    /// The allowed consequences of an order: an output that is closed, is already being read, or had data dropped.
    /// </summary>
    private static async Task AllowedAsync(Task act)
    {
        try
        {
            await act.Soon();
        }
        catch (Exception exception) when (exception is ObjectDisposedException or IOException or InvalidOperationException)
        {
            // EndOfStreamException is an IOException too: the awaited line had been read before.
        }
    }

    private sealed class Seen
    {
        public StringBuilder Stdout { get; } = new();

        public StringBuilder Stderr { get; } = new();

        public void AddLine(StringBuilder output, string? line)
        {
            if (line is not null)
            {
                output.Append(line).Append('\n');
            }
        }
    }

    /// <summary>The output of the child, in a file that it copies.</summary>
    private sealed class OutputFile : IDisposable
    {
        private readonly TempDirectory _directory = new();

        public OutputFile() => File.WriteAllText(_directory["output"], Expected);

        public string Script(bool both)
            => both ? $"cat {_directory["output"]} & cat {_directory["output"]} >&2; wait" : $"cat {_directory["output"]} >&2; cat {_directory["output"]}";

        public void Dispose() => _directory.Dispose();
    }
}
