using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>
/// Every property of a specification set on its own: 25 of the package, or a folder of your own: <c>TYPEDEXEC_SPECIFICATIONS=/folder
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
