using System.Globalization;

namespace TypedExec.Tests.Limits;

/// <summary>A run that finds no memory fails by itself, and one that is kept occupies what it captured.</summary>
public sealed class MemoryTests
{
    private const string TwoHundred = "0xC800000";
    private const string HalfAGigabyte = "0x20000000";

    [Theory]
    [InlineData("async")]
    [InlineData("sync")]
    [InlineData("async pipeline")]
    [InlineData("sync pipeline")]
    public async Task A_capture_larger_than_the_heap_fails_alone_and_ends_its_child(string way)
        => Assert.Equal("ended: 1, children: 0", await RunAsync(TwoHundred, "captures", way, "1", "400000000"));

    [Theory]
    [InlineData("async")]
    [InlineData("sync")]
    public async Task Concurrent_captures_that_do_not_all_fit_fail_one_by_one(string way)
        => Assert.Equal("ended: 4, children: 0", await RunAsync(TwoHundred, "captures", way, "4", "60000000"));

    [Fact]
    public async Task Concurrent_captures_that_fit_succeed()
        => Assert.Equal("ended: 14, children: 0", await RunAsync(HalfAGigabyte, "captures", "async", "14", "20000000"));

    [Fact]
    public async Task A_kept_result_uses_only_the_memory_of_its_capture()
        => Assert.InRange(double.Parse(await OwnProcess.RunAsync("kept-results"), CultureInfo.InvariantCulture), 0.9, 1.2);

    private static async Task<string> RunAsync(string heapLimit, params string[] scenario)
    {
        var options = new ExecFileOptions
        {
            Env = new Dictionary<string, string?> { ["DOTNET_GCHeapHardLimit"] = heapLimit, ["DOTNET_DbgEnableMiniDump"] = "0" },
        };
        return (await new Executable(OwnProcess.File).ExecFile(scenario, options).Soon()).Stdout.Trim();
    }
}
