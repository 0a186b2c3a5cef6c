using TypedExec.IO;
using TypedExec.Requests;
using TypedExec.TestProgram.Ways;

namespace TypedExec.Tests.Limits;

/// <summary>Output that is larger than an array or a string can be is an overflow like any other.</summary>
[Collection(AloneCollection.Name)]
public sealed class LargeOutputTests : IDisposable
{
    private readonly (long Array, int Text) _usual = (OutputBuffer.LargestArray, FailureOutput.MaxBytes);

    public static IEnumerable<TheoryDataRow<string>> Ways => Way.All.Where(static way => way.Captures).Select(static way => new TheoryDataRow<string>(way.Name));

    public void Dispose() => (OutputBuffer.LargestArray, FailureOutput.MaxBytes) = _usual;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Output_larger_than_an_array_overflows_regardless_of_MaxBuffer(string way)
    {
        OutputBuffer.LargestArray = 10_000;

        foreach (var output in new[] { 1, 2 })
        {
            var seen = await RunAsync(way, $"head -c 20000 /dev/zero | tr '\\0' x >&{output}; exec sleep 300", long.MaxValue);

            Assert.Equal("overflowed", seen.Reason);
            Assert.Equal(new string('x', 10_000), output == 1 ? seen.Stdout : seen.Stderr);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_text_of_an_exception_is_bounded(string way)
    {
        FailureOutput.MaxBytes = 1_000;

        foreach (var end in new[] { "exit 3", "exec sleep 300" })
        {
            var seen = await RunAsync(way, $"head -c 3000 /dev/zero | tr '\\0' x; {end}", maxBuffer: end == "exit 3" ? 3_000 : 2_000);

            Assert.Equal((end == "exit 3" ? "failed" : "overflowed", new string('x', 1_000)), (seen.Reason, seen.Stdout));
        }
    }

    [Fact]
    public async Task The_text_of_all_stages_together_is_bounded()
    {
        FailureOutput.MaxBytes = 1_000;
        var stage = new CommandLine("sh", "-c", "head -c 600 /dev/zero | tr '\\0' x >&2; exec sleep 300");

        var error = await Assert.ThrowsAsync<ExecException>(
            () => (stage | stage | stage).ExecFile(new() { Timeout = TimeSpan.FromSeconds(1) }).AsTask().Soon());

        Assert.Equal(1_000, error.Stderr.Length);
    }

    [Fact]
    public async Task If_SpawnSync_runs_out_of_memory_that_is_its_Error()
    {
        const string Limit = "0x6400000";
        var options = new ExecFileOptions { Env = new Dictionary<string, string?> { ["DOTNET_GCHeapHardLimit"] = Limit } };

        Assert.Equal("ENOMEM", (await new Executable(OwnProcess.File).ExecFile(["spawn-sync-of", "60000000"], options).Soon()).Stdout.Trim());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Two_gigabytes_overflow(string way)
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("TYPEDEXEC_TEST_HUGE") is not null, "TYPEDEXEC_TEST_HUGE is not set: it takes 4 GB of memory");

        Assert.Equal("overflowed, 134217728", await OwnProcess.RunAsync("huge-output", way));
    }

    private static Task<Seen> RunAsync(string way, string script, long maxBuffer)
    {
        var line = new CommandLine("sh", "-c", script);
        return Way.All.Single(one => one.Name == way)
            .RunAsync(new Run(line, new CommandLine("cat") | line, new ExecFileOptions { Input = "", MaxBuffer = maxBuffer })).Soon();
    }
}
