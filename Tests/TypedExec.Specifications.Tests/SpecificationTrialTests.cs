using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>
/// Sets every property of a specification, one at a time: 25 from the package, or a folder of yours: <c>TYPEDEXEC_SPECIFICATIONS=/folder
/// dotnet run --project Tests/TypedExec.Specifications.Tests -- -class "*SpecificationTrialTests"</c>.
/// </summary>
public sealed class SpecificationTrialTests
{
    private static readonly string? Folder
        = Environment.GetEnvironmentVariable("TYPEDEXEC_SPECIFICATIONS") is { Length: > 0 } folder ? folder : null;

    public static TheoryData<string> Programs => Folder is null
        ? [.. ReadyMade.Sample]
        : [.. Directory.GetFiles(Folder, "*.json").Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_specification_produces_working_commands(string program)
    {
        var problems = SpecificationTrial.Problems(Folder is null ? ReadyMade.Read(program) : File.ReadAllText(Path.Combine(Folder, program + ".json")));
        if (problems.Count > 0)
        {
            Assert.Fail(string.Join('\n', problems));
        }
    }
}
