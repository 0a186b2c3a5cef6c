namespace TypedExec.Stress.Scenarios;

/// <summary>
/// Pipelines: complete ones, and ones that are cut short from either end, killed, canceled or abandoned in the middle.
/// </summary>
internal static class Piping
{
    public static async Task RunAsync(Trial trial)
    {
        var lines = Sequence.NextCount(trial.Random);
        var stages = trial.Random.Next(2, 6);
        var pipeline = new Pipeline([new Stage("seq", "1", $"{lines}"), .. Enumerable.Repeat(new Stage("cat"), stages - 1)]);
        trial.Note($"{stages} stages, {lines} lines");
        trial.Figures.AddChildren(stages);
        switch (trial.Random.Next(6))
        {
            case 0:
                var result = await pipeline.ExecFile(trial.Vary(new ExecFileOptions()));
                Check(trial, result.StdoutBytes, lines);
                break;
            case 1:
                var sync = await Task.Factory.StartNew(
                    () => pipeline.ExecFileSync(trial.Vary(new ExecFileOptions())), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                Check(trial, sync.StdoutBytes, lines);
                break;
            case 2:
                await LinesAsync(trial, pipeline, lines);
                break;
            case 3:
                await SpawnedAsync(trial, pipeline, lines);
                break;
            case 4:
            case 5 when Emulator.IsUsed:
                await StoppedAsync(trial, stages);
                break;
            default:
                await MissingAsync(trial);
                break;
        }
    }

    /// <summary>Read to the end, or abandoned in the middle.</summary>
    private static async Task LinesAsync(Trial trial, Pipeline pipeline, int lines)
    {
        var most = trial.Chance(50) ? int.MaxValue : trial.Random.Next(1, 1_000);
        var count = 0;
        await foreach (var line in pipeline.ReadLinesAsync(trial.Vary(new ExecFileOptions())))
        {
            count++;
            trial.CheckEqual(count, int.Parse(line, null), "a line");
            if (count == most)
            {
                break;
            }
        }

        trial.CheckEqual(Math.Min(most, lines), count, "the lines");
    }

    private static async Task SpawnedAsync(Trial trial, Pipeline pipeline, int lines)
    {
        await using var children = pipeline.Spawn(trial.Vary(new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.Pipe, Stdio.Ignore] }));
        var stdout = Reading.ToEndAsync(trial, children.Stdout!);
        var isKilled = trial.Chance(40);
        if (isKilled)
        {
            trial.Figures.AddFault();
            await Task.Delay(trial.Milliseconds(20));
            children.Kill(trial.Pick(Signal.SIGKILL, Signal.SIGTERM));
        }

        var bytes = await stdout;
        var status = await children.WaitForCloseAsync();
        if (!isKilled)
        {
            Check(trial, bytes, lines);
            trial.Check(status.FailedStage is null, $"stage {status.FailedStage} failed");
        }
    }

    /// <summary>Ended only by the limit.</summary>
    private static async Task StoppedAsync(Trial trial, int stages)
    {
        trial.Figures.AddFault();
        var pipeline = new Pipeline([new Stage("yes"), .. Enumerable.Repeat(new Stage("cat"), stages - 1)]);
        using var cancellation = new CancellationTokenSource();
        var options = trial.Vary(new ExecFileOptions());
        switch (trial.Random.Next(3))
        {
            case 0:
                options = options with { Timeout = TimeSpan.FromMilliseconds(1 + trial.Random.Next(50)) };
                break;
            case 1:
                options = options with { MaxBuffer = trial.Random.Next(1_000_000) };
                break;
            default:
                cancellation.CancelAfter(trial.Milliseconds(50));
                break;
        }

        try
        {
            if (!cancellation.Token.CanBeCanceled || trial.Chance(60) || options is { Timeout: null, MaxBuffer: > 1_000_000 })
            {
                await pipeline.ExecFile(options, cancellation.Token);
            }
            else
            {
                pipeline.ExecFileSync(options);
            }

            trial.Check(false, "a pipeline without an end has ended");
        }
        catch (OperationCanceledException)
        {
        }
        catch (ExecException exception)
        {
            trial.Check(exception.Killed, $"an endless pipeline ended otherwise than by its limit: {exception}");
        }
    }

    /// <summary>A stage that can't be started stops the others.</summary>
    private static async Task MissingAsync(Trial trial)
    {
        trial.Figures.AddFault();
        var pipeline = new Stage("yes") | new Stage("/no/such") | new Stage("cat");
        try
        {
            await pipeline.ExecFile(trial.Vary(new ExecFileOptions()));
            trial.Check(false, "a pipeline with a stage that does not exist has ended well");
        }
        catch (ExecException exception)
        {
            trial.CheckEqual("ENOENT", exception.Code, "the error of a missing stage");
            trial.CheckEqual((int?)1, exception.Stage, "the stage that is missing");
        }
    }

    private static void Check(Trial trial, ReadOnlyMemory<byte> bytes, int lines)
    {
        trial.Check(bytes.Span.SequenceEqual(Sequence.Lines(lines).Span), $"{bytes.Length} bytes came through of {Sequence.Lines(lines).Length}, or others");
        trial.Figures.AddBytes(bytes.Length);
    }
}
