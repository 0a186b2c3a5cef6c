namespace TypedExec.Stress.Scenarios;

/// <summary>Descriptors that are files, streams, handles, copies of each other, and more than three.</summary>
internal static class Redirecting
{
    public static async Task RunAsync(Trial trial)
    {
        var lines = Sequence.NextCount(trial.Random) / 4;
        switch (trial.Random.Next(4))
        {
            case 0:
                await FilesAsync(trial, lines);
                break;
            case 1:
                await ExtraAsync(trial, lines);
                break;
            case 2:
                await StreamsAsync(trial, lines);
                break;
            default:
                await HandleAsync(trial, lines);
                break;
        }
    }

    /// <summary>The child itself writes to the file and reads it.</summary>
    private static async Task FilesAsync(Trial trial, int lines)
    {
        var path = trial.NewFile();
        var write = trial.Vary(new SpawnOptions
        {
            Stdio = [Stdio.Ignore, Stdio.File(path, FileMode.Create, FileAccess.Write), Stdio.SameAs(1), Stdio.File(path + ".more", FileMode.Create, FileAccess.Write)],
        });
        await EndAsync(trial, new Executable("sh").Spawn(["-c", $"seq 1 {lines}; seq 1 {lines} >&3"], write));
        Check(trial, await File.ReadAllBytesAsync(path), lines);
        Check(trial, await File.ReadAllBytesAsync(path + ".more"), lines);
        var read = trial.Vary(new SpawnSyncOptions { Stdio = [Stdio.File(path, FileMode.Open, FileAccess.Read)] });
        Check(trial, new Executable("cat").SpawnSync([], read).Output![1], lines);
        trial.Figures.AddChildren(1);
        File.Delete(path);
        File.Delete(path + ".more");
    }

    /// <summary>Up to eight descriptors, in both directions.</summary>
    private static async Task ExtraAsync(Trial trial, int lines)
    {
        var count = trial.Random.Next(4, 9);
        var stdio = Enumerable.Repeat(Stdio.Pipe, count).ToArray();
        var script = string.Concat(Enumerable.Range(3, count - 3).Select(n => $"cat <&{n} >&{n} & ")) + "wait";
        var child = trial.Track(new Executable("sh").Spawn(["-c", script], trial.Vary(new SpawnOptions { Stdio = stdio })));
        var sent = Sequence.Lines(lines);
        var echoes = Enumerable.Range(3, count - 3).Select(async n =>
        {
            var duplex = child.Stdio[n]!;
            var reading = ReadAsync(duplex, sent.Length);
            await duplex.WriteAsync(sent);
            await duplex.FlushAsync();
            Check(trial, await reading, lines);
        }).ToArray();
        await Task.WhenAll(echoes);
        // cat sees no end of a socket that stays open.
        await child.DisposeAsync();
    }

    /// <summary>Streams without a descriptor: the parent copies.</summary>
    private static async Task StreamsAsync(Trial trial, int lines)
    {
        var target = new MemoryStream();
        var options = trial.Vary(new SpawnOptions
        {
            Stdio = [Stdio.From(new MemoryStream(Sequence.Lines(lines).ToArray())), Stdio.From(target), Stdio.Ignore],
        });
        await EndAsync(trial, new Executable("cat").Spawn([], options));
        Check(trial, target.ToArray(), lines);
    }

    /// <summary>One open file for two children at the same time, whose descriptors nobody else uses.</summary>
    private static async Task HandleAsync(Trial trial, int lines)
    {
        var path = trial.NewFile();
        using (var handle = File.OpenHandle(path, FileMode.Create, FileAccess.Write))
        {
            var options = trial.Vary(new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.From(handle), Stdio.Ignore] });
            await EndAsync(trial, new Executable("seq").Spawn(["1", $"{lines}"], options));
        }

        Check(trial, await File.ReadAllBytesAsync(path), lines);
        File.Delete(path);
    }

    private static async Task EndAsync(Trial trial, ChildProcess child)
    {
        trial.Track(child);
        var record = await EventRecord.AttachAsync(trial, child, takesData: true);
        trial.CheckEqual(new ExitStatus(0, null), await record.EndAsync(), "the status");
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int count)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }

    private static void Check(Trial trial, byte[]? bytes, int lines)
    {
        trial.Check(bytes.AsSpan().SequenceEqual(Sequence.Lines(lines).Span), $"{bytes?.Length} bytes arrived of {Sequence.Lines(lines).Length}, or others");
        trial.Figures.AddBytes(bytes!.Length);
    }
}
