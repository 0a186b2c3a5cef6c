using System.Globalization;
using TypedExec.TestProgram.Ways;

namespace TypedExec.Tests.Matrix;

/// <summary>Runs a scenario in one way, and compares the result with the expected one.</summary>
internal sealed class Trial(Scenario scenario, Way way) : IDisposable
{
    /// <summary>Only distinguishes a run that hangs, or waits for the child's own exit, from one that doesn't.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(50);

    /// <summary>Node takes longer to start than a shell, and much longer under Wine.</summary>
    private static readonly TimeSpan TimeToGetReady = TimeSpan.FromSeconds(OperatingSystem.IsWindows() ? 8 : 1.5);

    private readonly TempDirectory _directory = new();
    private readonly CancellationTokenSource _cancellation = new();

    public static bool Applies(Scenario scenario, Way way)
        => (way.TakesToken || !scenario.IsCancellation) && (way.Captures || !scenario.Overflows);

    /// <summary>Returns what is wrong, one item per line, or nothing.</summary>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        if (scenario.Cause == Cause.CancelledBefore)
        {
            await _cancellation.CancelAsync();
        }

        var running = way.RunAsync(Run());
        if (scenario.Cause == Cause.CancelledDuring)
        {
            await Waiting.UntilAsync(() => File.Exists(_directory["up"]), "the child that is to be cancelled");
            await _cancellation.CancelAsync();
        }

        try
        {
            var seen = await running.WaitAsync(Bound);
            // The token of a finished run has no effect.
            await _cancellation.CancelAsync();
            return [.. Differences(seen), .. await LeftoversAsync()];
        }
        catch (TimeoutException)
        {
            return [Line("it is still waiting")];
        }
    }

    public void Dispose()
    {
        _directory.Dispose();
        _cancellation.Dispose();
    }

    private Run Run()
    {
        var child = MatrixPrograms.Child(scenario);
        var missing = new CommandLine("/no/such");
        // One that exits by itself if the child does; otherwise it has to be stopped as well.
        var feeder = scenario.IsStop || scenario.IsStartFailure ? MatrixPrograms.Sleeper : MatrixPrograms.Cat;
        var options = new ExecFileOptions
        {
            Env = new Dictionary<string, string?> { ["D"] = _directory.Root },
            Input = "",
            KillDescendants = scenario.KillGroup,
            ForceKillAfter = TimeSpan.FromMilliseconds(700),
            Timeout = scenario.Cause == Cause.Timeout ? TimeToGetReady : null,
            MaxBuffer = scenario.Overflows ? Script.MaxBuffer : null,
            // For a run that is stopped, the default is part of the test.
            DrainTimeout = scenario.IsStop ? null : TimeSpan.FromMilliseconds(300),
        };
        return new Run(
            scenario.IsStartFailure ? missing : child,
            scenario.Cause switch
            {
                Cause.FirstStageCannotStart => missing | child,
                Cause.LastStageCannotStart => feeder | missing,
                _ => feeder | child,
            },
            options,
            way.TakesToken ? _cancellation.Token : default);
    }

    private IEnumerable<string> Differences(Seen seen)
    {
        var right = Expected.Of(scenario, way);
        if (seen.Overflowed is null)
        {
            // Node's sync calls don't report which output it was.
            right = right with { Overflowed = null };
        }

        return seen == right ? [] : [Line($"it gives {seen}\n    instead of {right}")];
    }

    private async Task<IReadOnlyList<string>> LeftoversAsync()
    {
        var wrong = new List<string>();
        if (File.Exists(_directory["saved"]) != Expected.Saves(scenario))
        {
            wrong.Add(Line(Expected.Saves(scenario) ? "the child did not get to save" : "the child saved, though it was killed"));
        }

        if (PidIn("child") is { } child)
        {
            if (!Processes.HasEnded(child))
            {
                wrong.Add(Line("the child is still there"));
            }
            else if (!await ComesAsync(() => Processes.IsGone(child)))
            {
                wrong.Add(Line("the child is still a zombie"));
            }
        }

        if (PidIn("descendant") is { } descendant)
        {
            var survives = Expected.DescendantSurvives(scenario);
            if (survives && Processes.HasEnded(descendant))
            {
                wrong.Add(Line("what the child left was ended"));
            }
            else if (!survives && !await ComesAsync(() => Processes.HasEnded(descendant)))
            {
                wrong.Add(Line("what the child left was not ended"));
            }
        }

        return wrong;
    }

    /// <summary>Waits for what may happen a moment after the end: that of a group, within its own time.</summary>
    private static async Task<bool> ComesAsync(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var end = DateTime.UtcNow.AddSeconds(10); !condition() && DateTime.UtcNow < end;)
        {
            await timer.WaitForNextTickAsync();
        }

        return condition();
    }

    private int? PidIn(string name)
        => File.Exists(_directory[name]) && int.TryParse(File.ReadAllText(_directory[name]), CultureInfo.InvariantCulture, out var pid) ? pid : null;

    private string Line(string text) => $"{way.Name}: {text}";
}
