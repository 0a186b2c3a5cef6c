using System.Text;

namespace TypedExec.Stress.Scenarios;

/// <summary><c>ExecFile</c> and <c>Exec</c>, with input and output of any size and no failures.</summary>
internal static class Capturing
{
    public static async Task RunAsync(Trial trial)
    {
        if (trial.Chance(40))
        {
            await EchoAsync(trial);
        }
        else
        {
            await ScriptAsync(trial);
        }
    }

    /// <summary>The input comes back as output.</summary>
    private static async Task EchoAsync(Trial trial)
    {
        var input = new byte[trial.Random.Next(10) switch { 0 => 0, < 6 => trial.Random.Next(5_000), _ => trial.Random.Next(1_500_000) }];
        trial.Random.NextBytes(input);
        trial.Note($"cat of {input.Length} bytes");
        var execution = new Executable("cat").ExecFile([], trial.Vary(new ExecFileOptions { Input = input }));
        trial.Track(execution.Child);
        var result = await execution;
        trial.Figures.AddBytes(2L * input.Length);
        trial.Check(result.StdoutBytes.Span.SequenceEqual(input), $"cat gave {result.StdoutBytes.Length} bytes back of {input.Length}, or others");
    }

    private static async Task ScriptAsync(Trial trial)
    {
        var script = ChildScript.Next(trial);
        // If a shell runs the script's own shell, nobody could continue the latter, and a signal becomes an exit code.
        var execution = script.StopsItself || script.Status.Signal is not null || trial.Chance(50)
            ? new Executable("sh").ExecFile(script.Arguments, trial.Vary(new ExecFileOptions { ThrowOnFailure = false, Encoding = Encoding.ASCII }))
            : new Executable("sh").Exec($"-c {ShellCommand.Raw(Quoted(script.Text))}", trial.Vary(new ExecOptions { ThrowOnFailure = false }));
        trial.Track(execution.Child);
        var nudge = script.StopsItself ? Nudge.UntilExitAsync(execution.Child) : Task.CompletedTask;
        var result = await execution;
        await nudge;
        trial.CheckEqual(script.Status, new ExitStatus(result.ExitCode, result.Signal), "the status");
        CheckOutput(trial, result.StdoutBytes.Span, script.Stdout, "stdout");
        CheckOutput(trial, result.StderrBytes.Span, script.Stderr, "stderr");
    }

    /// <summary>The script is code on purpose, which isn't allowed in a hole.</summary>
    private static string Quoted(string script) => $"'{script.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static void CheckOutput(Trial trial, ReadOnlySpan<byte> bytes, int lines, string what)
    {
        trial.Figures.AddBytes(bytes.Length);
        trial.Check(bytes.SequenceEqual(Sequence.Lines(lines).Span), $"{what} has {bytes.Length} bytes instead of {Sequence.Lines(lines).Length}, or others");
    }
}
