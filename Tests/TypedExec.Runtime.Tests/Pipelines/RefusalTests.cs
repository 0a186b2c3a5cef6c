namespace TypedExec.Tests.Pipelines;

/// <summary>What isn't valid for a pipeline is rejected at the call, and the message names it.</summary>
public sealed class RefusalTests
{
    private static readonly Pipeline Pair = Tool.Cat | Tool.Cat;

    [Fact]
    public void Options_that_a_pipeline_does_not_have_are_rejected()
    {
        AssertRefused("Shell", () => Pair.ExecFile(new ExecFileOptions { Shell = true }));
        AssertRefused("Shell", () => Pair.ExecFileSync(new ExecFileOptions { Shell = "/bin/sh" }));
        AssertRefused("Shell", () => Pair.ReadLinesAsync(new ExecFileOptions { Shell = true }));
        AssertRefused("Shell", () => Pair.Spawn(new SpawnOptions { Shell = true }));
        AssertRefused("Argv0", () => Pair.Spawn(new SpawnOptions { Argv0 = "x" }));
        AssertRefused("Stdio", () => Pair.Spawn(new SpawnOptions { Stdio = [Stdio.Pipe, Stdio.Pipe, Stdio.Pipe, Stdio.Pipe] }));
        AssertRefused("Stdio", () => Pair.Spawn(new SpawnOptions { Stdio = [Stdio.Pipe, Stdio.Pipe, Stdio.Ipc] }));
        AssertRefused("Stdio", () => Pair.Spawn(new SpawnOptions { Stdio = [Stdio.Pipe, Stdio.Pipe, Stdio.From(Stream.Null)] }));
    }

    [Fact]
    public void Two_sources_or_targets_are_rejected()
    {
        AssertRefused("Input", () => Pair.FromFile("source").ExecFile(new ExecFileOptions { Input = "x" }));
        AssertRefused("Stdio", () => Pair.FromFile("source").Spawn(new SpawnOptions { Stdio = [Stdio.Ignore] }));
        AssertRefused("Stdio", () => Pair.ToFile("out").Spawn(new SpawnOptions { Stdio = [Stdio.Pipe, Stdio.Ignore] }));
        AssertRefused("> out", () => Pair.ToFile("out").ReadLinesAsync());
        AssertRefused("> out", () => Pair.ToFile("out") | Tool.Cat);
        AssertRefused("< source", () => Tool.Cat | Pair.FromFile("source"));
    }

    [Fact]
    public void The_sync_form_rejects_a_stream_that_is_not_a_file()
        => AssertRefused("Stdio", () => Pair.FromStream(Stream.Null).ExecFileSync());

    [Fact]
    public void An_empty_pipeline_is_rejected()
    {
        AssertRefused("at least one", () => new Pipeline());
        AssertRefused("null", () => new Pipeline(Tool.Cat, null!));
    }

    [Fact]
    public void An_invalid_argument_or_option_is_rejected_before_anything_is_started()
    {
        AssertRefused("NUL", () => (Tool.Cat | new Tool("cat", "a\0b")).Spawn());
        AssertRefused("Timeout", () => Pair.ExecFile(new ExecFileOptions { Timeout = TimeSpan.FromSeconds(-1) }));
        AssertRefused("MaxBuffer", () => Pair.ExecFileSync(new ExecFileOptions { MaxBuffer = -1 }));
    }

    private static void AssertRefused(string named, Func<object> call)
        => Assert.Contains(named, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
}
