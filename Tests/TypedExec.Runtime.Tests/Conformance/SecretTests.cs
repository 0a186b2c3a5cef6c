using static TypedExec.Tests.Support.Programs;
using TypedExec.Generated;

namespace TypedExec.Tests.Conformance;

/// <summary>A secret reaches the child, and is never displayed.</summary>
public sealed class SecretTests
{
    private const string Secret = "s3cret";

    [Fact]
    public async Task The_child_receives_the_secret()
        => Assert.Equal($"--password\n{Secret}\n", (await new Executable("printf").ExecFile(Arguments("%s\\n")).Soon()).Stdout);

    [Fact]
    public async Task Spawnargs_do_not_reveal_the_secret()
    {
        var child = True.Spawn(Arguments(), null);

        Assert.Equal(["true", "--password", CommandArguments.Mask], child.SpawnArgs);
        await child.WaitForCloseAsync().Soon();
    }

    [Fact]
    public async Task The_error_of_a_spawn_does_not_reveal_the_secret()
        => AssertMasked(await NoSuch.ExecFile(Arguments()).FailureAsync());

    [Fact]
    public async Task The_error_of_a_failure_does_not_reveal_the_secret()
        => AssertMasked(await new Executable("false").ExecFile(Arguments()).FailureAsync());

    [Fact]
    public async Task The_error_of_a_shell_does_not_reveal_the_secret()
        => AssertMasked(await new Executable("false").ExecFile(Arguments(), new ExecFileOptions { Shell = true }).FailureAsync());

    [Fact]
    public void The_errors_of_sync_calls_do_not_reveal_the_secret()
    {
        AssertMasked(Assert.Throws<ExecException>(() => new Executable("false").ExecFileSync(Arguments())));
        AssertMasked(Assert.IsType<ExecException>(NoSuch.SpawnSync(Arguments()).Error));
        AssertMasked(Assert.Throws<ExecException>(() => new Executable("yes").ExecFileSync(
            Arguments("--"), new ExecFileOptions { MaxBuffer = 0 })));
    }

    [Fact]
    public async Task The_command_of_a_result_does_not_reveal_the_secret()
        => Assert.Equal($"true --password {CommandArguments.Mask}", (await True.ExecFile(Arguments()).Soon()).Command);

    private static CommandArguments Arguments(params string[] first)
    {
        var arguments = new CommandArguments();
        foreach (var argument in first)
        {
            arguments.Add(argument);
        }

        arguments.AddOption("Password", "--password", Secret, secret: true);
        return arguments;
    }

    private static void AssertMasked(ExecException error)
    {
        Assert.DoesNotContain(Secret, error.ToString());
        Assert.DoesNotContain(Secret, error.Cmd);
        Assert.DoesNotContain(Secret, string.Join(' ', error.SpawnArgs));
    }
}
