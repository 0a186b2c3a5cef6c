using CsCheck;

namespace TypedExec.Tests.Shells;

/// <summary>
/// Texts with a hole in any place, most of them nonsense: where the hole is not refused, what it holds is never run.
/// </summary>
public sealed class NoInjectionTests
{
    private const string Mark = "INJECTED";

    private static readonly Gen<string> Payload = Gen.OneOf(
        $"\necho {Mark} >&2\n", $"; echo {Mark} >&2;", $"'; echo {Mark} >&2; '", $"\"; echo {Mark} >&2; \"", $"$(echo {Mark} >&2)",
        $"`echo {Mark} >&2`", $"\\'; echo {Mark} >&2; #", $"\nE\necho {Mark} >&2\n", $") echo {Mark} >&2; (", $"\\\necho {Mark} >&2\n",
        $"}}; echo {Mark} >&2; {{", $"a[$(echo {Mark} >&2)]", $"\"$(echo {Mark} >&2)\"", "\\", "'", "\"");

    private static readonly Gen<string> Posix = Gen.OneOf(
        "'", "\"", "\\", "`", "$(echo ", "(", ")", "#", "\n", " ", "a", "<<E\n", "<<-'E' ", "\nE\n", "<<<", "$'", "${x:-", "}", "$", "{ ",
        "case a in a) ", ";; esac", "$((", "((", "1", "))", "echo ", ";", "|", "&&", "if true; then ", "fi", "\\'", "\\\"", "$x", "\t");

    private static readonly Gen<string> Fish = Gen.OneOf(
        "'", "\"", "\\", "(echo ", "$(echo ", ")", "#", "\n", " ", "a", "{a,", "}", "$", "echo ", ";", "|", "\\'", "\\\"", "begin; ", "end", "$x");

    [Theory]
    [InlineData("dash", 400)]
    [InlineData("bash", 400)]
    [InlineData("zsh", 200)]
    [InlineData("fish", 50)]
    public void What_a_hole_holds_is_never_run(string shell, int cases)
    {
        var path = InstalledShell.PathOf(shell);
        var token = shell == "fish" ? Fish : Posix;
        Gen.Select(token.Array[0, 8], Payload, token.Array[0, 4], Payload, token.Array[0, 6])
            .Select(t => (Command: Compose(t.Item1, t.Item2, t.Item3, t.Item4, t.Item5), Text: string.Concat(t.Item1) + "{}" + string.Concat(t.Item3) + "{}" + string.Concat(t.Item5)))
            .Where(sample => IsAccepted(shell, sample.Command))
            .Sample(
                sample =>
                {
                    var result = Programs.Sh.SpawnSync(
                        ["-c", "exec \"$0\" -c \"$1\"", path, Rendering.For(shell, sample.Command)],
                        new SpawnSyncOptions { Timeout = TimeSpan.FromSeconds(20), KillSignal = Signal.SIGKILL });
                    Assert.DoesNotContain(Mark, result.Stderr.Split('\n'));
                },
                iter: cases,
                print: sample => sample.Text + " => " + Rendering.For(shell, sample.Command));
    }

    /// <summary>Nonsense or not, every text is read to its end: a hole is refused by its place alone.</summary>
    [Theory]
    [InlineData("sh")]
    [InlineData("bash")]
    [InlineData("fish")]
    [InlineData("cmd")]
    [InlineData("pwsh")]
    public void Any_text_can_be_read(string shell)
        => Gen.Select(HostileText.Text, HostileText.Text, HostileText.Text).Sample(
            (before, between, after) =>
            {
                _ = IsAccepted(shell, Compose([before], "x", [between], "y", [after]));
            },
            iter: 20_000);

    private static ShellCommand Compose(string[] before, string first, string[] between, string second, string[] after)
        => $"{ShellCommand.Raw(string.Concat(before))}{first}{ShellCommand.Raw(string.Concat(between))}{second}{ShellCommand.Raw(string.Concat(after))}";

    private static bool IsAccepted(string shell, ShellCommand command)
    {
        try
        {
            _ = Rendering.For(shell, command);
            return true;
        }
        catch (ArgumentException refusal) when (refusal.GetType() == typeof(ArgumentException))
        {
            return false;
        }
    }
}
