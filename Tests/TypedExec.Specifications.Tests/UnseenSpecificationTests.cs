using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>
/// Specifications of your own, a folder of them: <c>TYPEDEXEC_SPECIFICATIONS=/folder dotnet run --project
/// Tests/TypedExec.Specifications.Tests -- -class "*UnseenSpecificationTests"</c>. Without the variable there is nothing to try.
/// </summary>
public sealed class UnseenSpecificationTests
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("TYPEDEXEC_SPECIFICATIONS");

    public static TheoryData<string> Files
        => string.IsNullOrEmpty(Folder) ? [""] : [.. Directory.GetFiles(Folder, "*.json").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory(SkipUnless = nameof(HasFolder), Skip = "TYPEDEXEC_SPECIFICATIONS names no folder")]
    [MemberData(nameof(Files))]
    public void A_specification_of_the_folder_gives_commands_that_work(string file)
        => Assert.Equal("", string.Join('\n', SpecificationTrial.Problems(File.ReadAllText(Path.Combine(Folder!, file)))));

    public static bool HasFolder => !string.IsNullOrEmpty(Folder);
}
