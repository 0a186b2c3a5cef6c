using CliWrap;
using CliWrap.Buffered;
using CliWrap.EventStream;

namespace TypedExec.Jobs.Tests;

/// <summary>The jobs with CliWrap.</summary>
internal sealed class WithCliWrap(string log) : IJobs
{
    public async Task<string> GetTheOutput()
    {
        return (await Cli.Wrap("echo").WithArguments(["hello"]).ExecuteBufferedAsync()).StandardOutput;
    }

    public async Task<string> ReportWhyItFailed()
    {
        var command = Cli.Wrap("sh").WithArguments(["-c", Scripts.Fail]).WithValidation(CommandResultValidation.None);
        var result = await command.ExecuteBufferedAsync();
        return $"{result.ExitCode}: {result.StandardError}";
    }

    public async Task<string> PassTextToStdin()
    {
        return (await ("b\na\n" | Cli.Wrap("sort")).ExecuteBufferedAsync()).StandardOutput;
    }

    public async Task<string> SetDirectoryAndEnvironment()
    {
        var command = Cli.Wrap("sh").WithArguments(["-c", Scripts.Settings])
            .WithWorkingDirectory("/").WithEnvironmentVariables(variables => variables.Set("NAME", "value"));
        return (await command.ExecuteBufferedAsync()).StandardOutput;
    }

    public async Task<string> StopAtTheFirstMatch()
    {
        using var cancellation = new CancellationTokenSource();
        var events = Cli.Wrap("sh").WithArguments(["-c", Scripts.Endless]).ListenAsync(cancellation.Token);
        var match = await events.OfType<StandardOutputCommandEvent>().FirstAsync(line => line.Text.EndsWith("77"));
        await cancellation.CancelAsync();       // leaving the events alone does not end the child
        return match.Text;
    }

    public async Task<string> ReadBothOutputsLineByLine()
    {
        var events = await Cli.Wrap("sh").WithArguments(["-c", Scripts.Both]).ListenAsync().ToListAsync();
        return $"{events.Count(line => line is StandardOutputCommandEvent)} and {events.Count(line => line is StandardErrorCommandEvent)}";
    }

    public async Task<string> CaptureTheOutputAndLogIt()
    {
        var command = Cli.Wrap("echo").WithArguments(["hello"]).WithStandardOutputPipe(PipeTarget.ToFile(log));
        return (await command.ExecuteBufferedAsync()).StandardOutput;
    }

    public async Task<string> RunAPipeline()
    {
        var seq = Cli.Wrap("seq").WithArguments(["1", "1000"]);
        var count = seq | Cli.Wrap("grep").WithArguments(["7"]) | Cli.Wrap("wc").WithArguments(["-l"]);
        return (await count.ExecuteBufferedAsync()).StandardOutput;
    }

    public async Task<string> InsertAValueIntoAShellCommand()
    {
        var command = Cli.Wrap("sh").WithArguments(["-c", "echo \"$1\" | tr a-z A-Z", "sh", Scripts.Word]);
        return (await command.ExecuteBufferedAsync()).StandardOutput;
    }

    public async Task<string> TreatAnExitCodeAsAnAnswer()
    {
        var command = "hay" | Cli.Wrap("grep").WithArguments(["needle"]).WithValidation(CommandResultValidation.None);
        var grep = await command.ExecuteBufferedAsync();
        return grep.ExitCode switch { 0 => "found", 1 => "not found", _ => throw new InvalidOperationException(grep.StandardError) };
    }

    public async Task<string> SetATimeLimit()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        try
        {
            return (await Cli.Wrap("sleep").WithArguments(["30"]).ExecuteBufferedAsync(limit.Token)).StandardOutput;
        }
        catch (OperationCanceledException)
        {
            return "too slow";
        }
    }

    public async Task<string> WaitForAServerAndStopIt()
    {
        using var stop = new CancellationTokenSource();
        var lines = new List<string>();
        var command = Cli.Wrap("sh").WithArguments(["-c", Scripts.Server]) | (line =>
        {
            lines.Add(line);
            if (line.Contains("listening"))
            {
                stop.Cancel();
            }
        });
        try
        {
            await command.ExecuteAsync(CancellationToken.None, gracefulCancellationToken: stop.Token);
        }
        catch (OperationCanceledException)
        {
            // This is how it reports that it was stopped.
        }

        return $"{lines[1]}, then {lines[2]}\n";
    }
}
