using System.Text;
using CsCheck;
using TypedExec.Tests.Fuzz.Corpus;

namespace TypedExec.Tests.Shells;

/// <summary>
/// Whatever a hole contains, the program gets exactly that: the tests run <c>printf '%s\0' {a} {b}</c>, many at a time.
/// </summary>
public sealed class HolesComeBackTests
{
    private const int Runs = 64;
    private const int PairsPerRun = 50;

    // "printf" by its path, because those of the shells have peculiarities, and the program has none.
    private static readonly Executable Printf = new("/usr/bin/printf");

    public static TheoryData<string> Shells => ["dash", "bash", "zsh", "fish"];

    public static TheoryData<string> AllShells => ["sh", "dash", "bash", "zsh", "ksh", "mksh", "busybox", "fish", "pwsh"];

    public static IEnumerable<TheoryDataRow<string, string>> KeptWords
        => AllShells.SelectMany(static shell => WordsForShells.Named.Keys.Select(name => new TheoryDataRow<string, string>((string)shell, name)));

    [Theory]
    [MemberData(nameof(KeptWords))]
    public void Recorded_words_are_passed_unchanged(string shell, string name)
        => AssertComeBack(shell, WordsForShells.Named[name]);

    [Theory]
    [MemberData(nameof(AllShells))]
    public void Every_ASCII_character_is_passed_unchanged_in_any_position(string shell)
        => AssertComeBack(shell, [.. WordsForShells.Ascii]);

    /// <summary>With the four shells 12,800 pairs.</summary>
    [Theory]
    [MemberData(nameof(Shells))]
    public void Two_words_are_passed_unchanged(string shell)
        => AssertPairsComeBack(InstalledShell.PathOf(shell), Runs);

    [Theory]
    [InlineData("ksh", Runs)]
    [InlineData("pwsh", 6)]
    public void Two_words_are_passed_unchanged_by_less_common_shells(string shell, int runs)
        => AssertPairsComeBack(InstalledShell.PathOf(shell), runs);

    [Theory]
    [MemberData(nameof(Shells))]
    public void Words_attached_to_text_are_passed_unchanged(string shell)
    {
        var path = InstalledShell.PathOf(shell);
        Gen.Select(HostileText.Text, HostileText.Text).Array[PairsPerRun].Sample(
            pairs =>
            {
                ShellCommand line = $"'%s\\0'";
                foreach (var (a, b) in pairs)
                {
                    line = $"{line} --a={a} {b}z \"x\"{a}{b}'y'";
                }

                var expected = pairs.SelectMany(pair => new[]
                {
                    $"--a={pair.Item1}", $"{pair.Item2}z", $"x{pair.Item1}{pair.Item2}y",
                });
                Assert.Equal(expected, Run(path, "C.UTF-8", line));
            },
            iter: 8);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public void Words_inside_substitutions_and_next_to_operators_are_passed_unchanged(string shell)
    {
        var path = InstalledShell.PathOf(shell);
        HostileText.Text.Array[PairsPerRun].Sample(
            words =>
            {
                ShellCommand line = $"''";
                foreach (var word in words)
                {
                    // The full stop keeps trailing line feeds, which a substitution would remove.
                    line = $"{line}; printf '%s\\0' \"$(printf '%s.' {word})\"; true&&printf '%s\\0' {word}|cat;printf '%s\\0' {word}; true";
                }

                Assert.Equal(words.SelectMany(word => new[] { word + ".", word, word }), Run(path, "C.UTF-8", line));
            },
            iter: 2);
    }

    /// <summary>Tests them as separate words, and adjacent to text unless the shell's dialect rejects that.</summary>
    private static void AssertComeBack(string shell, string[] words)
    {
        var expected = new List<string>();
        ShellCommand line = $"'%s\\0'";
        foreach (var word in words.Where(word => shell != "pwsh" || word != "--%"))
        {
            line = $"{line} {word}";
            expected.Add(word);
            if (shell != "pwsh" || word.AsSpan().IndexOfAny("*?[]") < 0)
            {
                // Not before text, which is rejected for PowerShell.
                line = $"{line} --a={word} x{word}";
                expected.AddRange([$"--a={word}", $"x{word}"]);
            }
        }

        Assert.Equal(expected, Run(InstalledShell.PathOf(shell), "C.UTF-8", line));
    }

    private static void AssertPairsComeBack(string path, int runs)
    {
        Gen.Select(Gen.Select(HostileText.Text, HostileText.Text).Array[PairsPerRun], Gen.OneOf("C", "C.UTF-8")).Sample(
            (pairs, locale) =>
            {
                ShellCommand line = $"'%s\\0'";
                foreach (var (a, b) in pairs)
                {
                    line = $"{line} {a} {b}";
                }

                Assert.Equal(pairs.SelectMany(pair => new[] { pair.Item1, pair.Item2 }), Run(path, locale, line));
            },
            iter: runs);
    }

    private static string[] Run(string shell, string locale, ShellCommand line)
    {
        var result = Printf.ExecSync(line, new ExecOptions
        {
            Shell = shell,
            Encoding = new UTF8Encoding(false, throwOnInvalidBytes: true),
            Env = new Dictionary<string, string?> { ["LC_ALL"] = locale },
        });
        Assert.EndsWith("\0", result.Stdout, StringComparison.Ordinal);
        return result.Stdout[..^1].Split('\0');
    }
}
