using System.Diagnostics;

namespace TypedExec.Jobs.Tests;

/// <summary>The jobs with <see cref="Process"/>.</summary>
internal sealed class WithProcess(string log) : IJobs
{
    public async Task<string> GetTheOutput()
    {
        var start = new ProcessStartInfo("echo", ["hello"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var stdout = process.StandardOutput.ReadToEndAsync();
        var stderr = process.StandardError.ReadToEndAsync();        // both at once, or a full pipe stops the child
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await stdout : throw new InvalidOperationException(await stderr);
    }

    public async Task<string> ReportWhyItFailed()
    {
        var start = new ProcessStartInfo("sh", ["-c", Scripts.Fail]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var stderr = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return $"{process.ExitCode}: {stderr}";
    }

    public async Task<string> PassTextToStdin()
    {
        var start = new ProcessStartInfo("sort") { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var stdout = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync("b\na\n");
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await stdout : throw new InvalidOperationException("sort failed");
    }

    public async Task<string> SetDirectoryAndEnvironment()
    {
        var start = new ProcessStartInfo("sh", ["-c", Scripts.Settings]) { WorkingDirectory = "/", RedirectStandardOutput = true };
        start.Environment["NAME"] = "value";
        using var process = Process.Start(start)!;
        var stdout = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? stdout : throw new InvalidOperationException("sh failed");
    }

    public async Task<string> StopAtTheFirstMatch()
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", Scripts.Endless]) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.EndsWith("77"))
            {
                process.Kill();
                await process.WaitForExitAsync();
                return line;
            }
        }

        throw new EndOfStreamException();
    }

    public async Task<string> ReadBothOutputsLineByLine()
    {
        var start = new ProcessStartInfo("sh", ["-c", Scripts.Both]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (stdout, stderr) = (0, 0);
        process.OutputDataReceived += (_, line) => stdout += line.Data is null ? 0 : 1;
        process.ErrorDataReceived += (_, line) => stderr += line.Data is null ? 0 : 1;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? $"{stdout} and {stderr}" : throw new InvalidOperationException("sh failed");
    }

    public async Task<string> CaptureTheOutputAndLogIt()
    {
        using var process = Process.Start(new ProcessStartInfo("echo", ["hello"]) { RedirectStandardOutput = true })!;
        var stdout = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await File.WriteAllTextAsync(log, stdout);
        return process.ExitCode == 0 ? stdout : throw new InvalidOperationException("echo failed");
    }

    public async Task<string> RunAPipeline()
    {
        using var seq = Process.Start(new ProcessStartInfo("seq", ["1", "1000"]) { RedirectStandardOutput = true })!;
        using var grep = Process.Start(new ProcessStartInfo("grep", ["7"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        using var wc = Process.Start(new ProcessStartInfo("wc", ["-l"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await Task.WhenAll(Copy(seq, grep), Copy(grep, wc));
        var count = await wc.StandardOutput.ReadToEndAsync();
        await Task.WhenAll(seq.WaitForExitAsync(), grep.WaitForExitAsync(), wc.WaitForExitAsync());
        return seq.ExitCode + grep.ExitCode + wc.ExitCode == 0 ? count : throw new InvalidOperationException("a stage failed");

        static async Task Copy(Process from, Process to)
        {
            await from.StandardOutput.BaseStream.CopyToAsync(to.StandardInput.BaseStream);
            to.StandardInput.Close();
        }
    }

    public async Task<string> InsertAValueIntoAShellCommand()
    {
        var start = new ProcessStartInfo("sh", ["-c", "echo \"$1\" | tr a-z A-Z", "sh", Scripts.Word]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var stdout = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? stdout : throw new InvalidOperationException("sh failed");
    }

    public async Task<string> TreatAnExitCodeAsAnAnswer()
    {
        var start = new ProcessStartInfo("grep", ["needle"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var stdout = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync("hay");
        process.StandardInput.Close();
        await stdout;
        await process.WaitForExitAsync();
        return process.ExitCode switch { 0 => "found", 1 => "not found", _ => throw new InvalidOperationException("grep failed") };
    }

    public async Task<string> SetATimeLimit()
    {
        using var process = Process.Start(new ProcessStartInfo("sleep", ["30"]) { RedirectStandardOutput = true })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return await process.StandardOutput.ReadToEndAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();                     // a canceled wait leaves the child running
            await process.WaitForExitAsync();
            return "too slow";
        }
    }

    public async Task<string> WaitForAServerAndStopIt()
    {
        using var server = Process.Start(new ProcessStartInfo("sh", ["-c", Scripts.Server]) { RedirectStandardOutput = true })!;
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("listening"))
            {
                using var kill = Process.Start("kill", ["-TERM", $"{server.Id}"]);      // .NET 10 itself has SIGKILL alone
                var rest = await server.StandardOutput.ReadToEndAsync();
                await server.WaitForExitAsync();
                return $"{line}, then {rest}";
            }
        }

        throw new EndOfStreamException();
    }
}
