using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Limits;

/// <summary><c>Input</c> and <c>MaxBuffer</c> beyond what Node's page says.</summary>
public sealed class InputAndOutputTests
{
    [Fact]
    public async Task Input_of_300_000_bytes_is_echoed_completely()
    {
        var input = new byte[300_000];
        Random.Shared.NextBytes(input);

        var result = await Cat.ExecFile([], new ExecFileOptions { Input = input }).Soon();

        Assert.Equal(input, result.StdoutBytes.ToArray());
    }

    [Fact]
    public async Task Empty_input_ends_stdin()
        => Assert.Equal("", (await Cat.ExecFile([], new ExecFileOptions { Input = "" }).Soon()).Stdout);

    [Fact]
    public async Task With_open_input_the_caller_can_keep_writing_to_stdin()
    {
        var execution = Cat.ExecFile([], new() { Input = ProcessInput.Open });

        await execution.Child.Stdin!.WriteAsync("text"u8.ToArray());
        await execution.Child.Stdin.DisposeAsync();

        Assert.Equal("text", (await execution.Soon()).Stdout);
    }

    [Fact]
    public async Task A_child_that_does_not_read_its_input_does_not_fail()
        => Assert.Equal(0, (await True.ExecFile([], new ExecFileOptions { Input = new byte[1_000_000] }).Soon()).ExitCode);

    [Fact]
    public async Task A_MaxBuffer_of_zero_allows_a_child_that_writes_nothing()
    {
        Assert.Equal(0, (await True.ExecFile([], new ExecFileOptions { MaxBuffer = 0 }).Soon()).ExitCode);
        Assert.Null(True.SpawnSync([], new SpawnSyncOptions { MaxBuffer = 0 }).Error);
    }

    [Fact]
    public async Task MaxBuffer_counts_bytes_and_never_splits_a_character()
    {
        var error = await new Executable("printf").ExecFile(["ééé"], new ExecFileOptions { MaxBuffer = 5 }).FailureAsync();

        Assert.Equal(5, error.StdoutBytes.Length);
        Assert.Equal("éé", error.Stdout);
    }

    [Fact]
    public async Task MaxBuffer_also_applies_with_ThrowOnFailure_false()
    {
        var options = new ExecFileOptions { MaxBuffer = 5, ThrowOnFailure = false };

        Assert.Equal("ERR_CHILD_PROCESS_STDIO_MAXBUFFER", (await new Executable("yes").ExecFile([], options).FailureAsync()).Code);
        Assert.Equal("ENOBUFS", Assert.Throws<ExecException>(() => new Executable("yes").ExecFileSync([], options)).Code);
    }

    [Fact]
    public async Task Duration_is_the_childs_run_time()
        => Assert.InRange((await Sleep.ExecFile("0.3").Soon()).Duration, TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(20));

    [Fact]
    public async Task A_result_has_the_command()
        => Assert.Equal("echo a b", (await new Executable("echo").ExecFile("a", "b").Soon()).Command);
}
