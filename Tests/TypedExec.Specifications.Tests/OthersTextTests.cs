using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>
/// What other projects wrote about their programs is theirs: no sentence of it stands in this repository. The texts are those
/// of the npm package of specifications, and what the installed programs print as their help.
/// </summary>
public sealed partial class OthersTextTests
{
    /// <summary>Shorter ones are what anybody would say of an option.</summary>
    private const int Shortest = 41;

    private static readonly string[][] Helps =
    [
        ["git", "help", "-a"], ["git", "-h"], ["git", "commit", "-h"], ["git", "log", "-h"], ["tar", "--help"], ["grep", "--help"],
        ["curl", "--help", "all"], ["ls", "--help"], ["sort", "--help"], ["find", "-help"], ["sed", "--help"], ["rsync", "--help"],
        ["node", "--help"], ["npm", "install", "--help"], ["python3", "--help"], ["dotnet", "build", "--help"], ["ssh", "--help"], ["gcc", "--help"], ["less", "--help"],
    ];

    [Fact]
    public void No_tracked_file_contains_a_sentence_from_the_specifications()
    {
        var sentences = ReadyMade.Files.AsParallel().SelectMany(static file =>
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return Descriptions(document.RootElement).SelectMany(Sentences).ToList();
        });
        AssertNone(Found(sentences));
    }

    [Fact]
    public void No_tracked_file_contains_a_line_from_a_programs_help()
    {
        var lines = Helps.AsParallel().SelectMany(static call => HelpLines(call));
        AssertNone(Found(lines));
    }

    /// <summary>The search finds what it should: across line ends, and in the middle of a line.</summary>
    [Fact]
    public void A_sentence_is_found_anywhere_in_a_file()
    {
        const string Sentence = "Walks the tree of parcels from its root to each of the leaves";
        var known = Keys([Sentence]);
        Assert.Equal([Sentence], In($"// \"{Sentence}\"", known));
        Assert.Equal([Sentence], In($"  --walk    {Sentence[..30]}\n            {Sentence[30..]}.", known));
        Assert.Equal([Sentence], In($"option --walk -- {Sentence}", known));
        Assert.Empty(In(Sentence[..50], known));
        Assert.Equal(["First of two sentences that are long enough to count.", "The second of them is as long as the first one is."], Sentences("First of two  sentences that are long enough to count. The second of them is as long as the first one is. No."));
    }

    private static void AssertNone(IReadOnlyList<string> found)
    {
        if (found.Count > 0)
        {
            Assert.Fail($"{found.Count} sentences:\n{string.Join('\n', found.Take(50))}");
        }
    }

    private static List<string> Found(IEnumerable<string> sentences)
    {
        var known = Keys(sentences);
        return TrackedFiles().AsParallel()
            .SelectMany(file => In(File.ReadAllText(Path.Combine(ReadyMade.Repository(), file)), known).Distinct().Select(sentence => $"{file}: {sentence}"))
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>The sentences by what they begin with.</summary>
    private static Dictionary<string, List<string>> Keys(IEnumerable<string> sentences)
        => sentences.Distinct().GroupBy(static sentence => sentence[..Shortest]).ToDictionary(static group => group.Key, static group => group.ToList());

    private static IEnumerable<string> In(string text, Dictionary<string, List<string>> known)
    {
        var line = OneLine(text);
        var byBeginning = known.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at + Shortest <= line.Length; at++)
        {
            var isBeginning = at == 0 || !char.IsLetterOrDigit(line[at - 1]);
            if (isBeginning && byBeginning.TryGetValue(line.AsSpan(at, Shortest), out var sentences))
            {
                foreach (var sentence in sentences)
                {
                    if (string.CompareOrdinal(line, at, sentence, 0, sentence.Length) == 0)
                    {
                        yield return sentence;
                    }
                }
            }
        }
    }

    private static IEnumerable<string> TrackedFiles()
    {
        Assert.SkipUnless(Executable.FindPath("git") is not null, "git is not installed");
        var files = new Executable("git").ExecFileSync(["ls-files", "-z", "--cached", "--others", "--exclude-standard"], new() { Cwd = ReadyMade.Repository() }).Stdout
            .Split('\0', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(files);
        return files.Where(static file => Path.GetExtension(file) is not ".png" && File.Exists(Path.Combine(ReadyMade.Repository(), file)));
    }

    private static IEnumerable<string> Descriptions(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static member
            => member.Name == "description" && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : Descriptions(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Descriptions),
        _ => [],
    };

    private static IEnumerable<string> Sentences(string text)
        => SentenceEnd().Split(OneLine(text).TrimEnd('…')).Where(static sentence => sentence.Length >= Shortest);

    private static IEnumerable<string> HelpLines(string[] call)
    {
        if (Executable.FindPath(call[0]) is null)
        {
            return [];
        }

        var result = new Executable(call[0]).ExecFileSync(call[1..], new() { ThrowOnFailure = false, Env = new Dictionary<string, string?> { ["LC_ALL"] = "C", ["COLUMNS"] = "200", ["PAGER"] = "cat", ["GIT_PAGER"] = "cat" } });
        return (result.Stdout + result.Stderr).Split('\n')
            .Select(static line => DescriptionColumn().Split(line.TrimEnd())[^1])
            .SelectMany(Sentences)
            .Where(static sentence => sentence.Count(static character => character == ' ') >= 5 && !sentence.Contains('[', StringComparison.Ordinal));
    }

    private static string OneLine(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(?<=[.!?]) ")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@" {2,}")]
    private static partial Regex DescriptionColumn();
}
