using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Identity;

/// <summary>A process of the user that children run as, which constantly attacks their parent.</summary>
[Collection(AloneCollection.Name)]
public sealed class AttackerTests
{
    private const uint User = 65534;

    private static readonly int Spawns = Environment.GetEnvironmentVariable("CI") is null ? 1_000 : 10_000;

    [Theory]
    [InlineData("ptrace")]
    [InlineData("tgkill")]
    public async Task The_childs_user_can_neither_trace_nor_signal_the_parent(string attack)
    {
        var (started, result) = await AttackAsync(attack, Spawns);

        Assert.Equal(Spawns, started);
        Assert.Equal("tried 0", result);
    }

    [Fact]
    public async Task The_childs_user_cannot_block_the_parent_by_stopping_its_children()
    {
        var (started, result) = await AttackAsync("stop", 500);

        Assert.Equal(500, started);
        Assert.StartsWith("tried ", result, StringComparison.Ordinal);
    }

    private static async Task<(int Started, string Result)> AttackAsync(string attack, int spawns)
    {
        SkipWithoutIds();
        using var directory = new TempDirectory();
        var program = new Executable(OwnProcess.CopyTo(directory));
        await using var parent = program.Spawn(["spawn-many-as", $"{User}", $"{spawns}"]);
        using var lines = new StreamReader(parent.Stdout!);
        var pid = await lines.ReadLineAsync().Soon();
        await using var attacker = program.Spawn(
            ["attack", attack, pid!], new SpawnOptions { Uid = User, Gid = User, Env = new Dictionary<string, string?> { ["HOME"] = "/tmp" } });
        using var attackersLines = new StreamReader(attacker.Stdout!);
        Assert.Equal("ready", await attackersLines.ReadLineAsync().Soon());

        await parent.Stdin!.WriteAsync("go\n"u8.ToArray());
        // As long as 10,000 children take.
        var started = await lines.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(5));
        await attacker.Stdin!.DisposeAsync();
        var result = await attackersLines.ReadLineAsync().Soon();

        Assert.Equal(0, (await parent.WaitForExitAsync().Soon()).ExitCode);
        return (int.Parse(started!, null), result!);
    }
}
