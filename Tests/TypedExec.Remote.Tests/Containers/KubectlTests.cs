namespace TypedExec.Remote.Tests.Containers;

/// <summary>kubectl, played by a script that checks its arguments, runs the command here, and says what kubectl says about it.</summary>
public sealed class KubectlTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly string _program;

    public KubectlTests() => _program = _directory.AddExecutable("kubectl", """
        #!/bin/bash
        [ "$1 $2 $3 $4" = "--namespace prod exec --stdin" ] || { echo "error: unexpected: $*" >&2; exit 1; }
        [ "$6" = "--" ] || { echo "error: no -- in: $*" >&2; exit 1; }
        case $5 in
            gone) echo 'Error from server (NotFound): pods "gone" not found' >&2; exit 1;;
            down) echo 'The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or port?' >&2; exit 1;;
            mine) echo 'Error from server (Forbidden): pods "mine" is forbidden: User "me" cannot create resource "pods/exec"' >&2; exit 1;;
        esac
        shift 6
        # As in a pod: whoever ends kubectl ends nothing there.
        setsid "$@" <&0 &
        wait $!
        code=$?
        [ $code = 0 ] || echo "command terminated with exit code $code" >&2
        exit $code
        """);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Hostile_values_arrive_byte_for_byte() => await Hostile.ArriveAsync(command => Via(command));

    [Fact]
    public async Task Hostile_values_arrive_in_the_environment() => await Hostile.ArriveInEnvironmentAsync(command => Via(command), _directory.Root);

    [Theory]
    [InlineData("gone", CarrierFailureKind.NotFound)]
    [InlineData("down", CarrierFailureKind.Unreachable)]
    [InlineData("mine", CarrierFailureKind.Refused)]
    public async Task Its_own_failures_are_reported(string pod, CarrierFailureKind kind)
        => Assert.Equal(kind, (await Assert.ThrowsAsync<CarrierException>(() => Via(new Executable("true"), pod).ExecFile().Soon())).Kind);

    [Fact]
    public async Task The_commands_failures_are_reported_as_its_own()
        => Assert.Equal(1, (await Assert.ThrowsAsync<ExecException>(() => Via(new Executable("sh")["-c", "echo error: mine >&2; exit 1"]).ExecFile().Soon())).ExitCode);

    [Fact]
    public async Task A_stop_ends_the_process_in_the_pod()
    {
        var marker = Leftovers.NewMarker();
        await using var child = Via(Leftovers.Staying(marker)).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        Assert.Equal(Signal.SIGTERM, (await child.StopAsync(Waiting.Bound)).Signal);
        await Leftovers.GoneAsync(marker);
    }

    [Fact]
    public async Task A_kubectl_that_is_killed_leaves_nothing_in_the_pod()
    {
        var marker = Leftovers.NewMarker();
        await using var child = Via(Leftovers.Staying(marker)).Spawn();
        await child.Stdout!.WaitForLineAsync("ready", Waiting.Bound);
        new Executable("kill")["-KILL", $"{child.Pid}"].ExecFileSync();
        await child.WaitForExitAsync().Soon();
        await Leftovers.GoneAsync(marker);
    }

    private ICommand Via(ICommand command, string pod = "web-0") => command.Via(new KubectlExec { Namespace = "prod", Pod = pod }).WithFileName(_program);
}
