using System.Text;

namespace TypedExec.Stress.Scenarios;

/// <summary>
/// Children that save when they are asked to exit, stopped at any moment and in every possible way: all of them can save.
/// </summary>
internal static class Saving
{
    // $1 is written when it is ready to be stopped, $2 when it has saved.
    private const string Script = """
        trap 'echo bye; sleep 0.1; : > "$2"; exit 0' TERM
        echo up; : > "$1"
        [ "$3" = overflow ] && seq 1 20000
        while :; do sleep 0.03; done
        """;

    /// <summary>Longer than any saving takes, even on a machine with load.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(40);

    public static async Task RunAsync(Trial trial)
    {
        trial.Figures.AddFault();
        var (ready, saved) = (trial.NewFile(), trial.NewFile());
        var way = trial.Pick("timeout", "overflow", "cancellation", "stop", "dispose");
        trial.Note(way);
        var command = new Stage("sh", "-c", Script, "sh", ready, saved, way);
        var output = way switch
        {
            "stop" or "dispose" => await StopSpawnedAsync(trial, command, isDisposed: way == "dispose"),
            "cancellation" => await CancelAsync(trial, command),
            _ => await MeetLimitAsync(trial, command, way),
        };

        // A time limit or a token may have stopped it before it was ready.
        trial.Check(!File.Exists(ready) || File.Exists(saved), "a child that was asked to end did not get to save");
        trial.Check(
            !File.Exists(saved) || output is null || way == "overflow" || output == "up\nbye\n", $"the last word of a child is lost: {output}");
    }

    private static async Task<string?> StopSpawnedAsync(Trial trial, Stage command, bool isDisposed)
    {
        var options = Vary(trial, new SpawnOptions());
        if (trial.Chance(30))
        {
            await using var pipeline = (new Stage("sleep", "60") | command).Spawn(options);
            foreach (var stage in pipeline.Stages)
            {
                trial.Track(stage);
            }

            await Task.Delay(trial.Milliseconds(200));
            if (!isDisposed)
            {
                await pipeline.StopAsync();
            }

            return null;
        }

        var child = trial.Track(command.Spawn(options));
        var reading = isDisposed ? null : child.Stdout!.ReadToEndAsync();
        await Task.Delay(trial.Milliseconds(200));
        if (!isDisposed)
        {
            await child.StopAsync();
        }

        await child.DisposeAsync();
        return reading is null ? null : await reading;
    }

    private static async Task<string?> CancelAsync(Trial trial, Stage command)
    {
        using var cancellation = new CancellationTokenSource(trial.Milliseconds(300));
        var options = Vary(trial, new ExecFileOptions());
        try
        {
            await (trial.Chance(50)
                ? command.ExecFile(options, cancellation.Token).AsTask()
                : (Task)(new Stage("sleep", "60") | command).ExecFile(options, cancellation.Token).AsTask());
            throw new StressFailure("a run that never ends by itself ended");
        }
        catch (ExecCanceledException exception)
        {
            return exception.Stdout;
        }
        catch (OperationCanceledException)
        {
            // Before it was started.
            return null;
        }
    }

    private static async Task<string?> MeetLimitAsync(Trial trial, Stage command, string way)
    {
        var options = Vary(trial, new ExecFileOptions
        {
            Timeout = way == "timeout" ? TimeSpan.FromMilliseconds(1 + trial.Random.Next(400)) : null,
            MaxBuffer = way == "overflow" ? 1 + trial.Random.Next(50_000) : null,
        });
        var pipeline = new Stage("sleep", "60") | command;
        var form = trial.Random.Next(4);
        try
        {
            await (form switch
            {
                0 => command.ExecFile(options).AsTask(),
                1 => pipeline.ExecFile(options).AsTask(),
                2 => Task.Run(() => command.ExecFileSync(options)),
                _ => (Task)Task.Run(() => pipeline.ExecFileSync(options)),
            });
            throw new StressFailure("a run that never ends by itself ended");
        }
        catch (ExecException exception)
        {
            trial.Check(exception.Killed, $"a run was not stopped: {exception}");
            trial.CheckEqual(way == "timeout", exception.TimedOut, "whether the run timed out");
            trial.Figures.AddBytes(Encoding.UTF8.GetByteCount(exception.Stdout));
            return exception.Stdout;
        }
    }

    /// <summary>Like elsewhere, except for the time that the child is given.</summary>
    private static T Vary<T>(Trial trial, T options)
        where T : ProcessOptions
        => (T)(trial.Vary(options) with { ForceKillAfter = Grace, KillOnParentExit = false });
}
