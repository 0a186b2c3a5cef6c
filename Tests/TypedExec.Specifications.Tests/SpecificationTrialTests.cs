using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>
/// Every property of a specification set alone: the 25 real ones, or a folder of your own: <c>TYPEDEXEC_SPECIFICATIONS=/folder
/// dotnet run --project Tests/TypedExec.Specifications.Tests -- -class "*SpecificationTrialTests"</c>.
/// </summary>
public sealed class SpecificationTrialTests
{
    private static readonly string Folder
        = Environment.GetEnvironmentVariable("TYPEDEXEC_SPECIFICATIONS") is { Length: > 0 } folder ? folder : CorpusTests.Corpus;

    public static TheoryData<string> Files
        => [.. Directory.GetFiles(Folder, "*.json").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_specification_of_the_folder_gives_commands_that_work(string file)
    {
        var problems = SpecificationTrial.Problems(File.ReadAllText(Path.Combine(Folder, file)));
        if (problems.Count > 0)
        {
            Assert.Fail(string.Join('\n', problems));
        }
    }
}
