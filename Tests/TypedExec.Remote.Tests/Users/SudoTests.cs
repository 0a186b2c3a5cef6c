namespace TypedExec.Remote.Tests.Users;

/// <summary>Commands as another user, by the machine's real sudo.</summary>
public sealed class SudoTests : IDisposable
{
    private const string OtherUser = "games";
    private const string Rule = "/etc/sudoers.d/typedexec-tests";

    private readonly TempDirectory _directory = new();

    public SudoTests() => Installed.SkipWithout("sudo");

    private static Sudo AsOther
    {
        get
        {
            Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root becomes another user without a rule in sudoers");
            return new Sudo { User = OtherUser };
        }
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Hostile_values_arrive_byte_for_byte() => await Hostile.ArriveAsync(static command => command.Via(AsOther));

    [Fact]
    public async Task Hostile_values_arrive_in_the_environment_and_the_directory_is_the_calls()
    {
        _directory.OpenToEverybody();
        var directory = Directory.CreateDirectory(_directory["it's \"a\" $(dir)\n"]).FullName;
        await Hostile.ArriveInEnvironmentAsync(static command => command.Via(AsOther), directory);
    }

    [Fact]
    public async Task It_is_the_other_user_and_results_come_back()
    {
        Assert.Equal($"{OtherUser}\n", (await new Executable("id")["-un"].Via(AsOther).ExecFile()).Stdout);
        var failure = await Assert.ThrowsAsync<ExecException>(() => new Executable("sh")["-c", "cat; echo err >&2; exit 3"].Via(AsOther).ExecFile(new() { Input = "in" }).AsTask());
        Assert.Equal((3, "in", "err\n"), (failure.ExitCode, failure.Stdout, failure.Stderr));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("no-such-program")]
    public async Task A_refusal_is_sudos_own_failure(string program)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can be somebody whom sudo refuses");
        // This user has no rule, whatever the program.
        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => new Executable(program).Via(new Sudo()).WithOptions(new ProcessOptions { UserName = "nobody" }).ExecFile().Soon());
        Assert.Equal((CarrierFailureKind.Refused, "sudo"), (failure.Kind, failure.Carrier));
        Assert.NotEmpty(failure.Advice);
    }

    [Fact]
    public async Task A_missing_user_or_program_is_reported()
    {
        _ = AsOther;
        Assert.Equal(CarrierFailureKind.NotFound, (await Assert.ThrowsAsync<CarrierException>(() => new Executable("true").Via(new Sudo { User = "no-such-user" }).ExecFile().Soon())).Kind);
        Assert.Equal(CarrierFailureKind.NotFound, (await Assert.ThrowsAsync<CarrierException>(() => new Executable("no-such-program").Via(AsOther).ExecFile().Soon())).Kind);
        Assert.IsNotType<CarrierException>(await Assert.ThrowsAnyAsync<ExecException>(() => new Executable("false").Via(AsOther).ExecFile().Soon()));
    }

    [Theory]
    [InlineData(Signal.SIGTERM)]
    [InlineData(Signal.SIGINT)]
    [InlineData(Signal.SIGKILL)]
    public async Task Signals_end_the_command_itself(Signal signal)
    {
        var marker = Leftovers.NewMarker();
        await using var child = Leftovers.Staying(marker).Via(AsOther).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        child.Kill(signal);
        Assert.Equal(signal, (await child.WaitForExitAsync().Soon()).Signal);
        await Leftovers.GoneAsync(marker);
    }

    [Fact]
    public async Task A_process_that_this_user_may_not_signal_is_signaled_through_sudo()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "a rule is written to sudoers");
        Assert.SkipUnless(Environment.GetEnvironmentVariable("TYPEDEXEC_SUDOERS") == "1", "TYPEDEXEC_SUDOERS is not 1: the test adds a rule to the machine's sudoers");
        try
        {
            File.WriteAllText(Rule, $"{OtherUser} ALL=(ALL) NOPASSWD: ALL\n");
            foreach (var signal in (Signal[])[Signal.SIGTERM, Signal.SIGKILL])
            {
                var marker = Leftovers.NewMarker();
                await using var child = Leftovers.Staying(marker).Via(new Sudo()).WithOptions(new ProcessOptions { UserName = OtherUser }).Spawn();
                await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
                child.Kill(signal);
                Assert.Equal(signal, (await child.WaitForExitAsync().Soon()).Signal);
                await Leftovers.GoneAsync(marker);
            }
        }
        finally
        {
            File.Delete(Rule);
        }
    }
}
