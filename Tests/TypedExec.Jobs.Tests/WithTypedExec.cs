namespace TypedExec.Jobs.Tests;

/// <summary>The jobs with TypedExec, without command classes.</summary>
internal sealed class WithTypedExec(string log) : IJobs
{
    public async Task<string> GetTheOutput()
    {
        return (await new Executable("echo")["hello"].ExecFile()).Stdout;
    }

    public async Task<string> ReportWhyItFailed()
    {
        var result = await new Executable("sh")["-c", Scripts.Fail].ExecFile(new() { ThrowOnFailure = false });
        return $"{result.ExitCode}: {result.Stderr}";
    }

    public async Task<string> PassTextToStdin()
    {
        return (await new Executable("sort").ExecFile(new() { Input = "b\na\n" })).Stdout;
    }

    public async Task<string> SetDirectoryAndEnvironment()
    {
        var options = new ExecFileOptions { Cwd = "/", Env = new Dictionary<string, string?> { ["NAME"] = "value" } };
        return (await new Executable("sh")["-c", Scripts.Settings].ExecFile(options)).Stdout;
    }

    public async Task<string> StopAtTheFirstMatch()
    {
        return await new Executable("sh")["-c", Scripts.Endless].ReadLinesAsync().FirstAsync(line => line.EndsWith("77"));
    }

    public async Task<string> ReadBothOutputsLineByLine()
    {
        var lines = await new Executable("sh")["-c", Scripts.Both].ReadAllLinesAsync().ToListAsync();
        return $"{lines.Count(line => !line.IsError)} and {lines.Count(line => line.IsError)}";
    }

    public async Task<string> CaptureTheOutputAndLogIt()
    {
        var result = await new Executable("echo")["hello"].ExecFile(new() { Stdout = [Output.Capture, Output.ToFile(log)] });
        return result.Stdout;
    }

    public async Task<string> RunAPipeline()
    {
        var count = new Executable("seq")["1", "1000"] | new Executable("grep")["7"] | new Executable("wc")["-l"];
        return (await count.ExecFile()).Stdout;
    }

    public async Task<string> InsertAValueIntoAShellCommand()
    {
        return (await Shell.Exec($"echo {Scripts.Word} | tr a-z A-Z")).Stdout;
    }

    public async Task<string> TreatAnExitCodeAsAnAnswer()
    {
        var grep = await new Executable("grep")["needle"].ExecFile(new() { Input = "hay", SuccessExitCodes = [0, 1] });
        return grep.ExitCode == 0 ? "found" : "not found";
    }

    public async Task<string> SetATimeLimit()
    {
        try
        {
            return (await new Executable("sleep")["30"].ExecFile(new() { Timeout = TimeSpan.FromMilliseconds(50) })).Stdout;
        }
        catch (ExecException failure) when (failure.TimedOut)
        {
            return "too slow";
        }
    }

    public async Task<string> WaitForAServerAndStopIt()
    {
        await using var server = new Executable("sh")["-c", Scripts.Server].Spawn();
        var ready = await server.Stdout!.WaitForLineAsync("listening");
        await server.StopAsync();
        return $"{ready}, then {await server.Stdout.ReadToEndAsync()}";
    }
}
