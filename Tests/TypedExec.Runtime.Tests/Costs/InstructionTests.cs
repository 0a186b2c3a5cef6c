using System.Globalization;
using System.Runtime.InteropServices;

namespace TypedExec.Tests.Costs;

/// <summary>
/// The instructions that this process executes for a run, its own and those of .NET and libc, without the kernel's and the child's. Valgrind
/// counts them. It has no pidfd_open (as of 3.19), so the runs are those of an older kernel.
/// </summary>
/// <remarks>The same run counts the same to within 3 %, because nothing is compiled again in the background, the heap is too small for a
/// collection to come and go, and the environment is always the same.</remarks>
public sealed class InstructionTests
{
    private const int Runs = 100;
    private const double Tolerance = 1.15;

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5);

    /// <summary>Instructions for each run, in a debug build, which is what CI tests.</summary>
    private static readonly (string Verb, long Instructions)[] Stored = [("ExecFileSync", 240_000), ("ExecFile", 80_000)];

    [Fact]
    public async Task No_run_executes_more_instructions_than_it_did()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && !PortableBackendAttribute.IsUsed && RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64,
            "counted for the Linux backend on x64");
        Programs.SkipWithout("valgrind");
        using var directory = new TempDirectory();
        var dumps = directory["dumps"];

        // The program enters a directory that doesn't exist before and after each verb's runs.
        await new Executable("valgrind").ExecFile(
            [
                "--tool=callgrind", "--vgdb=no", "--dump-before=chdir", $"--callgrind-out-file={dumps}",
                OwnProcess.File, "cost-in-calls", Runs.ToString(CultureInfo.InvariantCulture), .. Stored.Select(static verb => verb.Verb),
            ],
            new ExecFileOptions { ClearEnv = true, Env = Environment(), Timeout = Bound });

        for (var i = 0; i < Stored.Length; i++)
        {
            var (verb, stored) = Stored[i];
            var counted = await TotalAsync($"{dumps}.{(2 * i) + 2}") / Runs;
            TestContext.Current.TestOutputHelper?.WriteLine($"{verb}: {counted}");
            Assert.True(counted <= stored * Tolerance, $"{verb} executes {counted} instructions, and it was {stored}");
        }
    }

    private static Dictionary<string, string?> Environment() => new()
    {
        ["PATH"] = System.Environment.GetEnvironmentVariable("PATH"),
        ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
        ["DOTNET_TieredCompilation"] = "0",
        // Valgrind can't reserve the address range that the heap takes otherwise.
        ["DOTNET_GCHeapHardLimit"] = "0x8000000",
    };

    /// <summary>The instructions since the dump before this one.</summary>
    private static async Task<long> TotalAsync(string dump)
    {
        const string Total = "totals: ";
        var lines = await File.ReadAllLinesAsync(dump, TestContext.Current.CancellationToken);
        return long.Parse(lines.Single(static line => line.StartsWith(Total, StringComparison.Ordinal))[Total.Length..], CultureInfo.InvariantCulture);
    }
}
