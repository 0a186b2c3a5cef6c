using TypedExec.Platform.Portable;

namespace TypedExec.Tests.Portable;

/// <summary>The messages of the portable backend's rejections name the option and say what to do.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string, SpawnOptions> Refused => new()
    {
        { "option Detached", new SpawnOptions { Detached = true } },
        { "option KillOnParentExit", new SpawnOptions { KillOnParentExit = true } },
        { "option Argv0", new SpawnOptions { Argv0 = "other" } },
        { "option Uid", new SpawnOptions { Uid = 1 } },
        { "option Gid", new SpawnOptions { Gid = 1 } },
        { "option UserName", new SpawnOptions { UserName = "daemon" } },
        { "entry at 3", new SpawnOptions { Stdio = [Stdio.Pipe, Stdio.Pipe, Stdio.Pipe, Stdio.Pipe] } },
        { "Ipc at 1", new SpawnOptions { Stdio = [Stdio.Pipe, Stdio.Ipc] } },
        { "SameAs(1) at 2", new SpawnOptions { Stdio = [Stdio.Pipe, Stdio.Pipe, Stdio.SameAs(1)] } },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void An_option_that_Process_lacks_is_rejected_by_name(string name, SpawnOptions options)
    {
        var request = Programs.Request(options);

        var error = Assert.Throws<PlatformNotSupportedException>(() => PortableRefusals.Check(request));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Matches(": [a-z].*\\.$", error.Message);
    }

    [Fact]
    public void Options_that_Process_supports_are_accepted()
        => PortableRefusals.Check(Programs.Request(new SpawnOptions
        {
            Cwd = "/",
            KillDescendants = true,
            Stdio = [Stdio.Ignore, Stdio.File("/dev/null", FileMode.Open, FileAccess.Write), Stdio.Inherit, Stdio.Ipc],
        }));

    [Theory]
    [InlineData(Signal.SIGUSR1, 30)]
    [InlineData(Signal.SIGTERM, 15)]
    [InlineData(Signal.SIGBUS, 10)]
    [InlineData(Signal.SIGPWR, -1)]
    public void On_macOS_signals_have_its_numbers(Signal signal, int number)
        => Assert.Equal(number, BsdNumbers.BsdSignal(signal));

    [Theory]
    [InlineData(35, 11)]
    [InlineData(2, 2)]
    [InlineData(78, 38)]
    public void macOS_errors_have_their_Linux_names(int number, int errno)
        => Assert.Equal(errno, BsdNumbers.BsdErrno(number));
}
