namespace TypedExec.Package.Tests;

/// <summary>The experience of somebody who adds the package to a new project.</summary>
[Collection(nameof(BuildCollection))]
public sealed class ConsumerTests(Feed feed)
{
    private const string Program = """
        using TypedExec;

        var echo = new Echo { NoNewline = true, Words = ["it's", "from the package"] };
        var result = await echo.ExecFile().AsTask().ConfigureAwait(false);
        Console.WriteLine($"{echo}: {result.Stdout}");

        /// <summary>Prints its arguments.</summary>
        [Command("echo")]
        internal sealed partial class Echo
        {
            /// <summary>Whether no line feed is printed at the end.</summary>
            [Option("-n")]
            public bool NoNewline { get; init; }

            /// <summary>What is printed.</summary>
            [Argument(0)]
            public IReadOnlyList<string> Words { get; init; } = [];
        }
        """;

    private static readonly string NotPartial = Program.Replace("sealed partial class", "sealed class", StringComparison.Ordinal);

    [Fact]
    public async Task A_new_project_builds_without_a_warning_and_runs()
    {
        using var consumer = await Consumer.CreateAsync(feed, Program);
        var build = await consumer.BuildAsync();
        Assert.True(build.ExitCode == 0, build.Stdout);
        Assert.Equal("echo -n 'it'\\''s' 'from the package': it's from the package\n", await consumer.OutputAsync());
    }

    [Fact]
    public async Task A_mistake_is_an_error_with_the_address_of_its_page()
    {
        using var consumer = await Consumer.CreateAsync(feed, NotPartial);
        var build = await consumer.BuildAsync();
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error TEXEC001: The command class 'Echo' must be partial", build.Stdout, StringComparison.Ordinal);
        Assert.Contains("/docs/diagnostics/TEXEC001.md", build.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_corrected_by_its_code_fix()
    {
        using var consumer = await Consumer.CreateAsync(feed, NotPartial);
        await consumer.FixAsync("TEXEC001");
        Assert.Equal(Program, consumer.Program.TrimEnd('\n'));
    }
}
