namespace TypedExec.Remote.Tests.Hosts;

/// <summary>Commands reach another host as they are.</summary>
public sealed class ArrivalTests(SshServer server) : IClassFixture<SshServer>
{
    private SshSharing Sharing => new() { ControlPath = server.Directory["mux"], Persist = TimeSpan.FromSeconds(60) };

    [Fact]
    public async Task Hostile_values_arrive_byte_for_byte_over_a_shared_connection()
    {
        var host = server.Host(sharing: Sharing);
        try
        {
            await Hostile.ArriveAsync(command => command.Via(host));
        }
        finally
        {
            await new Executable("ssh")["-o", $"ControlPath={server.Directory["mux"]}", "-O", "exit", "127.0.0.1"].ExecFile(new() { ThrowOnFailure = false });
        }
    }

    [Fact]
    public async Task Hostile_values_arrive_in_the_environment_and_as_the_directory()
    {
        var directory = Directory.CreateDirectory(server.Directory["it's \"a\" $(dir)\n–x"]).FullName;
        await Hostile.ArriveInEnvironmentAsync(command => command.Via(server.Host()), directory);
    }

    [Fact]
    public async Task A_removed_entry_is_gone_and_a_cleared_environment_is_empty()
    {
        var command = new Executable("sh")["-c", "echo \"<$HOME>\""];
        Assert.Equal("<>\n", (await command.WithOptions(new ProcessOptions { Env = new Dictionary<string, string?> { ["HOME"] = null } }).Via(server.Host()).ExecFile()).Stdout);
        Assert.Equal("A=1\n", (await new Executable("/usr/bin/env").WithOptions(new ProcessOptions { ClearEnv = true, Env = new Dictionary<string, string?> { ["A"] = "1" } }).Via(server.Host()).ExecFile()).Stdout);
    }

    [Fact]
    public async Task A_command_with_its_own_shell_is_quoted_for_both_shells()
        => Assert.Equal(
            ["a'b", "$HOME"],
            Hostile.Printed(await Hostile.Print(["a'b", "$HOME"]).WithOptions(new ProcessOptions { Shell = true }).Via(server.Host()).ExecFile()));

    [Fact]
    public async Task Every_verb_runs_the_command_on_the_host()
    {
        var command = new Executable("sh")["-c", "echo \"$SSH_CONNECTION\" | grep -o 127.0.0.1 | head -n 1"].Via(server.Host());
        Assert.Equal("127.0.0.1\n", (await command.ExecFile()).Stdout);
        Assert.Equal("127.0.0.1\n", command.ExecFileSync().Stdout);
        Assert.Equal("127.0.0.1\n", (await command.Exec()).Stdout);
        Assert.Equal("127.0.0.1\n", command.SpawnSync().Stdout);
        Assert.Equal(["127.0.0.1"], await command.ReadLinesAsync().ToListAsync());
        Assert.Equal("127.0.0.1\n", (await (command | new Executable("cat")).ExecFile()).Stdout);
    }
}
