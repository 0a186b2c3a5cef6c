using System.Text.RegularExpressions;

namespace TypedExec.Package.Tests;

/// <summary>The library in a program without a JIT compiler.</summary>
[Collection(nameof(BuildCollection))]
public sealed partial class NativeAotTests
{
    [Fact]
    public async Task The_tour_prints_as_a_native_program_what_it_prints_under_the_JIT()
    {
        Assert.SkipUnless(IsInstalled("clang") || IsInstalled("gcc"), "clang or gcc is not installed");
        using var directory = new TempDirectory();
        var project = Path.Combine(Repository.Root, "Samples", "Tour");
        await new Dotnet.Build { Project = project, Configuration = "Release", ArtifactsPath = directory["artifacts"] }.OutputAsync();
        var expected = await new Tour().OutputAsync(directory["artifacts/bin/Tour/release"]);

        await PublishNativeAsync(project, directory);
        var printed = await new Tour().OutputAsync(directory["native"]);
        Assert.DoesNotContain("Tour.dll", Directory.GetFiles(directory["native"]).Select(Path.GetFileName));
        Assert.Equal(Steady(expected), Steady(printed));
    }

    /// <summary>
    /// Every warning of the trimmer and of the native compiler is an error, for the whole library and not only the parts in use.
    /// </summary>
    private static async Task PublishNativeAsync(string project, TempDirectory directory)
    {
        var publish = await new Dotnet.Publish
        {
            Project = project,
            ArtifactsPath = directory["artifacts"],
            Output = directory["native"],
            UseCurrentRuntime = true,
            Properties = new Dictionary<string, string>
            {
                ["PublishAot"] = "true",
                ["TrimmerSingleWarn"] = "false",
                ["CustomAfterMicrosoftCommonTargets"] = Path.Combine(AppContext.BaseDirectory, "WholeLibrary.targets"),
            },
        }.TryRunAsync();
        Assert.SkipWhen(
            publish.Stdout.Contains("error NU1101", StringComparison.Ordinal) || publish.Stdout.Contains("error NU1301", StringComparison.Ordinal),
            "the native compiler's package (ILCompiler) is not installed");
        Assert.True(publish.ExitCode == 0, publish.Stdout);
        Assert.DoesNotContain("warning", publish.Stdout, StringComparison.Ordinal);
    }

    /// <summary>
    /// Returns the lines that are the same in each run, sorted: children that run at the same time finish in any order.
    /// </summary>
    private static string[] Steady(string printed) =>
    [
        .. printed.Split('\n')
            .Select(static line => Varying().Replace(line, "…"))
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"/[^\s:']*(artifacts/bin/Tour/release|native|typedexec-tour-\w+)|in \d+ ms|\(a stand-in on .*\)")]
    private static partial Regex Varying();

    private static bool IsInstalled(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(directory => File.Exists(Path.Combine(directory, program)));
}

/// <summary>The sample's program.</summary>
[Command("./Tour")]
internal sealed partial class Tour;
