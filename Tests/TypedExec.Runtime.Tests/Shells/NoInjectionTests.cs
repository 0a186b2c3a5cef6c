using CsCheck;

namespace TypedExec.Tests.Shells;

/// <summary>
/// Texts with a hole in any place, most of them nonsense: unless the hole is rejected, its content is never run.
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

    /// <summary>Commands that evaluate their arguments, and their parts.</summary>
    private static readonly Gen<string> Evaluating = Gen.OneOf(
        "eval ", "let ", "[[ ", " ]]", " -eq 1", "1 -lt ", "-v ", "[ ", " ]", "test ", " && ", " || ", "; ", "\n", " ", "a[", "]=1", "a=(", "[", ")", "(", "$[", "]", "declare ", "declare -i a=",
        "export ", "A=", "typeset -a a=", "printf ", "%d ", "%s ", "-v a ", "read -r ", " <<<x", "unset ", "trap ", " EXIT", "exit ", "shift ", "for ((i=", "; 0; )); do :; done", "command ", "sh ",
        "-c ", "-e ", "'echo' ", "sh -c 'echo \"$1\"' sh ", "echo ", "\"$(", ")\"", ">/dev/null ", "function f { ", "f() { ", " }", "; f", "print -P ", "env ", "-S ", "local ", "readonly ");

    private static readonly Gen<string> Fish = Gen.OneOf(
        "'", "\"", "\\", "(echo ", "$(echo ", ")", "#", "\n", " ", "a", "{a,", "}", "$", "echo ", ";", "|", "\\'", "\\\"", "begin; ", "end", "$x");

    [Theory]
    [InlineData("dash", 400)]
    [InlineData("bash", 400)]
    [InlineData("zsh", 200)]
    [InlineData("fish", 50)]
    public void A_holes_value_is_never_run(string shell, int cases)
        => AssertNeverRun(shell, cases, shell == "fish" ? Fish : Posix);

    [Theory]
    [InlineData("dash", 300)]
    [InlineData("bash", 600)]
    [InlineData("zsh", 400)]
    [InlineData("ksh", 400)]
    [InlineData("mksh", 200)]
    [InlineData("busybox", 200)]
    public void A_holes_value_is_never_evaluated(string shell, int cases) => AssertNeverRun(shell, cases, Evaluating);

    private static void AssertNeverRun(string shell, int cases, Gen<string> token)
    {
        var path = InstalledShell.PathOf(shell);
        var samples = Gen.Select(token.Array[0, 8], Payload, token.Array[0, 4], Payload, token.Array[0, 6])
            .Select(t => (Command: Compose(t.Item1, t.Item2, t.Item3, t.Item4, t.Item5), Text: string.Concat(t.Item1) + "{}" + string.Concat(t.Item3) + "{}" + string.Concat(t.Item5)))
            .Where(sample => IsAccepted(shell, sample.Command));
        foreach (var sample in Samples(samples, cases))
        {
            var line = Rendering.For(shell, sample.Command);
            var result = Programs.Sh.SpawnSync(
                ["-c", shell == "busybox" ? "exec \"$0\" sh -c \"$1\"" : "exec \"$0\" -c \"$1\"", path, line],
                new SpawnSyncOptions { Timeout = TimeSpan.FromSeconds(20), KillSignal = Signal.SIGKILL });
            Assert.False(result.Stderr.Split('\n').Contains(Mark), $"{sample.Text} => {line}");
        }
    }

    /// <summary>
    /// The same samples every time, so that a run of all tests is reproducible; TYPEDEXEC_FUZZ=n uses others, n times as many.
    /// </summary>
    private static IEnumerable<T> Samples<T>(Gen<T> gen, int count)
    {
        var times = int.TryParse(Environment.GetEnvironmentVariable("TYPEDEXEC_FUZZ"), out var more) ? more : 0;
        var random = times > 0 ? new PCG((uint)Environment.TickCount) : new PCG(1, 20);
        for (var i = 0; i < count * Math.Max(times, 1); i++)
        {
            yield return gen.Generate(random, null, out _);
        }
    }

    /// <summary>Nonsense or not, every text is read to its end: a hole is rejected only for its position.</summary>
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
