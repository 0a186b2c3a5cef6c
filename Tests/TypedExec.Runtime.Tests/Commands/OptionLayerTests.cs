namespace TypedExec.Tests.Commands;

/// <summary>Options are set on the call, on the command, or have their default; null leaves them unset.</summary>
public sealed class OptionLayerTests
{
    private static readonly Executable Print = new("sh", "-c", "pwd; echo $A $B $C", "sh")
    {
        Defaults = new ProcessOptions { Cwd = "/", Env = new Dictionary<string, string?> { ["A"] = "1", ["B"] = "2" } },
    };

    [Fact]
    public async Task The_commands_options_apply_unless_the_call_overrides_them()
        => Assert.Equal("/\n1 2\n", (await Print.ExecFile([]).Soon()).Stdout);

    [Fact]
    public async Task The_calls_options_override_the_commands()
        => Assert.Equal("/usr\n1 2\n", (await Print.ExecFile([], new ExecFileOptions { Cwd = "/usr" }).Soon()).Stdout);

    [Fact]
    public void Env_is_merged_by_key_and_the_calls_entries_win()
    {
        var env = new Dictionary<string, string?> { ["A"] = null, ["B"] = "3", ["C"] = "4" };

        Assert.Equal("/\n3 4\n", Print.ExecFileSync([], new ExecFileOptions { Env = env }).Stdout);
    }

    [Fact]
    public void A_shell_and_SpawnSync_follow_the_same_rules()
    {
        Assert.Equal("/\n1 2\n", Print.SpawnSync([]).Stdout);
        Assert.StartsWith("/\n", new Executable("pwd") { Defaults = new() { Cwd = "/" } }.ExecSync("-P").Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public void An_explicit_false_at_the_call_overrides_a_true()
    {
        var cleared = new Executable("sh", "-c", "echo ${HOME-none}") { Defaults = new() { ClearEnv = true } };

        Assert.Equal("none\n", cleared.ExecFileSync([]).Stdout);
        Assert.Equal(
            Environment.GetEnvironmentVariable("HOME") + "\n", cleared.ExecFileSync([], new ExecFileOptions { ClearEnv = false }).Stdout);
    }

    [Fact]
    public async Task An_infinite_timeout_is_no_limit_and_overrides_the_commands()
    {
        var limited = new Executable("sleep") { Defaults = new() { Timeout = TimeSpan.FromMilliseconds(10) } };

        Assert.True((await Assert.ThrowsAsync<ExecException>(() => limited.ExecFile("30").Soon())).TimedOut);
        var result = await limited.ExecFile(["0.1"], new ExecFileOptions { Timeout = Timeout.InfiniteTimeSpan }).Soon();
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(0, limited.ExecFileSync(["0.1"], new ExecFileOptions { Timeout = Timeout.InfiniteTimeSpan, ForceKillAfter = Timeout.InfiniteTimeSpan, DrainTimeout = Timeout.InfiniteTimeSpan }).ExitCode);
    }

    [Fact]
    public void Options_of_a_single_verb_cannot_be_attached_to_a_command()
    {
        Assert.Throws<ArgumentException>(() => new Executable("true") { Defaults = new SpawnOptions { Argv0 = "x" } });
        Assert.Throws<ArgumentException>(() => new Executable("true") { Defaults = new ExecFileOptions() });
    }

    [Fact]
    public void No_option_is_set_by_default()
    {
        foreach (var options in new ProcessOptions[] { new(), new SpawnOptions(), new ExecFileOptions(), new ExecOptions(), new SpawnSyncOptions(), new ForkOptions() })
        {
            foreach (var property in options.GetType().GetProperties())
            {
                Assert.True(property.GetValue(options) is null, $"{options.GetType().Name}.{property.Name}");
            }
        }
    }
}
