using System.Text;

namespace TypedExec.Tests.Pipelines;

public sealed class RedirectionTests : IDisposable
{
    private readonly TempDirectory _files = new();

    private static Pipeline Upper => Tool.Cat | new Tool("tr", "a-z", "A-Z");

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task The_first_stage_reads_a_file_and_the_last_writes_one()
    {
        var source = _files.Add("in", "abc");

        var result = await Upper.FromFile(source).ToFile(_files["out"]).ExecFile().Soon();

        Assert.Equal("", result.Stdout);
        Assert.Equal("ABC", await File.ReadAllTextAsync(_files["out"]));
    }

    [Fact]
    public void ToFile_truncates_and_AppendToFile_appends()
    {
        var path = _files.Add("out", "what was there");

        Upper.ToFile(path).ExecFileSync(new ExecFileOptions { Input = "a" });
        Upper.AppendToFile(path).ExecFileSync(new ExecFileOptions { Input = "b" });

        Assert.Equal("AB", File.ReadAllText(path));
    }

    [Fact]
    public async Task A_single_command_can_be_redirected()
    {
        await new Pipeline(new Tool("echo", "x")).ToFile(_files["out"]).ExecFile().Soon();

        Assert.Equal("x\n", await File.ReadAllTextAsync(_files["out"]));
    }

    [Fact]
    public async Task Streams_are_copied_in_both_directions_and_stay_open()
    {
        var input = Encoding.ASCII.GetBytes(new string('x', 300_000));
        using var source = new MemoryStream(input);
        using var target = new MemoryStream();

        await Upper.FromStream(source).ToStream(target).ExecFile().Soon();

        Assert.Equal(input.Select(b => (byte)(b - 32)), target.ToArray());
        Assert.True(source.CanRead);
        Assert.True(target.CanWrite);
    }

    [Fact]
    public void A_file_stream_is_used_directly_by_the_sync_form_too()
    {
        using (var source = File.OpenRead(_files.Add("in", "abc")))
        using (var target = File.Create(_files["out"]))
        {
            Upper.FromStream(source).ToStream(target).ExecFileSync();
        }

        Assert.Equal("ABC", File.ReadAllText(_files["out"]));
    }

    [Fact]
    public async Task An_endless_stream_does_not_delay_a_first_stage_that_has_read_enough()
    {
        var endless = new System.IO.Pipelines.Pipe();
        await endless.Writer.WriteAsync("line\n"u8.ToArray());

        var result = await (new Tool("head", "-n", "1") | Tool.Cat).FromStream(endless.Reader.AsStream()).ExecFile().Soon();

        Assert.Equal("line\n", result.Stdout);
    }

    [Fact]
    public async Task An_exception_from_a_stream_fails_the_pipeline_and_ends_every_stage()
    {
        var source = new System.IO.Pipelines.Pipe();
        var execution = (Tool.Cat | new Tool("sleep", "1000")).FromStream(source.Reader.AsStream()).ExecFile();

        await source.Writer.CompleteAsync(new InvalidDataException("broken"));

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => execution.Soon());
        Assert.Equal("broken", failure.Message);
        Assert.All(execution.Stages, stage => Assert.True(Processes.IsGone(stage.Pid!.Value)));
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_named_with_its_stage()
    {
        var failure = await Upper.ToFile("/no/such/file").ExecFile().FailureAsync();

        Assert.Equal(("ENOENT", "/no/such/file", 1), (failure.Code, failure.Path, failure.Stage));
    }

    [Fact]
    public void A_pipeline_reads_as_a_command_line()
        => Assert.Equal(
            "cat 'a b' < source | sh -c 'exit 0' >> '$out'",
            (new Tool("cat", "a b") | Tool.Sh("exit 0")).FromFile("source").AppendToFile("$out").ToString());

    [Fact]
    public void Pipelines_are_joined_in_any_grouping()
    {
        var (a, b, c) = (new Tool("a"), new Tool("b"), new Tool("c"));

        Assert.Equal("a | b | c", (a | b | c).ToString());
        Assert.Equal("a | b | c", (a | (b | c)).ToString());
        Assert.Equal("a < source | b | b | c > out", ((a | b).FromFile("source") | (b | c).ToFile("out")).ToString());
        Assert.False((((a | b) with { PipeFail = false }) | c).PipeFail);
    }
}
