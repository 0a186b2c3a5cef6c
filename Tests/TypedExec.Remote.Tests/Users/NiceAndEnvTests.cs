namespace TypedExec.Remote.Tests.Users;

/// <summary>Carriers that give their place up to the command.</summary>
public sealed class NiceAndEnvTests
{
    [Fact]
    public async Task Nice_changes_the_priority()
    {
        var own = int.Parse((await new Executable("nice").ExecFile()).Stdout, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(
            Math.Min(19, own + 3),
            int.Parse((await new Executable("nice").Via(new Nice { Adjustment = 3 }).ExecFile()).Stdout, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Hostile_values_arrive_byte_for_byte_through_both()
        => await Hostile.ArriveAsync(static command => command.Via(new Env { Variables = new Dictionary<string, string> { ["A"] = "$(id)" } }).Via(new Nice()));

    [Fact]
    public async Task Env_sets_and_removes_entries()
        => Assert.Equal(
            "A='b\n",
            (await new Executable("/usr/bin/env").Via(new Env { Clear = true, Variables = new Dictionary<string, string> { ["A"] = "'b" } }).ExecFile()).Stdout);

    [Fact]
    public async Task The_commands_options_apply_as_without_a_carrier()
        => Assert.Equal("/\n", (await new Executable("pwd").WithOptions(new ProcessOptions { Cwd = "/" }).Via(new Nice()).ExecFile()).Stdout);

    [Fact]
    public async Task Signals_reach_the_command()
    {
        await using var child = Leftovers.Staying(Leftovers.NewMarker()).Via(new Nice()).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        Assert.Equal(Signal.SIGTERM, (await child.StopAsync()).Signal);
    }
}
