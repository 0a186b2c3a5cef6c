using System.Text;
using static TypedExec.Tests.Windows.OnWindows;

namespace TypedExec.Tests.Windows;

/// <summary>What the three standard handles may be, and large amounts both ways.</summary>
[NeedsWindows]
public sealed class StdioTests
{
    private const int Large = 3_000_000;

    [Fact]
    public async Task Input_and_output_flow_at_once()
    {
        var text = new string('x', Large);

        Assert.Equal(text, (await Program.ExecFile(["copy"], new ExecFileOptions { Input = text }).Soon()).Stdout);
    }

    [Fact]
    public async Task Both_outputs_flow_at_once()
    {
        var result = await Program.ExecFile("fill", $"{Large}").Soon();

        Assert.Equal((Large, Large), (result.StdoutBytes.Length, result.StderrBytes.Length));
    }

    [Fact]
    public void Sync_calls_also_transfer_large_amounts()
    {
        var text = new string('x', Large);

        Assert.Equal(text, Program.ExecFileSync(["copy"], new ExecFileOptions { Input = text }).Stdout);
        var filled = Program.SpawnSync(["fill", $"{Large}"]);
        Assert.Null(filled.Error);
        Assert.Equal(Large, filled.Stderr.Length);
    }

    [Fact]
    public async Task Overlapped_is_a_pipe()
    {
        var child = Program.Spawn(["write-both", "out", "err"], new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.Pipe, Stdio.Overlapped] });

        Assert.Equal("err", await child.Stderr!.ReadToEndAsync().Soon());
        Assert.Equal("out", await child.Stdout!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task Ignore_is_NUL()
    {
        var child = Program.Spawn(["copy"], new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.Ignore, Stdio.Ignore] });

        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
        Assert.Null(child.Stdout);
    }

    [Fact]
    public async Task A_file_is_written_and_appended_to()
    {
        using var directory = new TempDirectory();
        var path = directory["out.txt"];
        foreach (var mode in (FileMode[])[FileMode.Create, FileMode.Append])
        {
            var file = Stdio.File(path, mode, FileAccess.Write);
            await Program.Spawn(["write-both", "out", "err"], new SpawnOptions { Stdio = [Stdio.Ignore, file, Stdio.SameAs(1)] })
                .WaitForCloseAsync().Soon();
        }

        Assert.Equal("outerrouterr", File.ReadAllText(path));
    }

    [Fact]
    public async Task A_file_is_read()
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory["in.txt"], "text");
        var stdin = Stdio.File(directory["in.txt"], FileMode.Open, FileAccess.Read);

        Assert.Equal("text", await Program.Spawn(["copy"], new SpawnOptions { Stdio = [stdin] }).Stdout!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task A_handle_stays_open_in_the_parent()
    {
        using var directory = new TempDirectory();
        await using (var file = File.Create(directory["out.txt"]))
        {
            await Program.Spawn(["write-both", "out", ""], new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.From(file), Stdio.Ignore] })
                .WaitForCloseAsync().Soon();
            file.Seek(0, SeekOrigin.End);
            file.Write("more"u8);
        }

        Assert.Equal("outmore", File.ReadAllText(directory["out.txt"]));
    }

    [Fact]
    public async Task A_missing_file_is_an_error_that_names_it()
    {
        var child = Program.Spawn(["copy"], new SpawnOptions { Stdio = [Stdio.File("C:\\no such", FileMode.Open, FileAccess.Read)] });

        var error = await Assert.ThrowsAsync<ExecException>(() => child.WaitForCloseAsync().Soon());

        Assert.Equal(("ENOENT", "open", "C:\\no such"), (error.Code, error.Syscall, error.Path));
    }

    [Fact]
    public async Task A_stream_is_copied()
    {
        using var stdin = new MemoryStream(Encoding.UTF8.GetBytes("text"));
        using var stdout = new MemoryStream();

        await Program.Spawn(["copy"], new SpawnOptions { Stdio = [Stdio.From(stdin), Stdio.From(stdout)] }).WaitForCloseAsync().Soon();

        Assert.Equal("text", Encoding.UTF8.GetString(stdout.ToArray()));
    }

    [Fact]
    public async Task Inherit_is_the_parents_own_descriptor()
        => Assert.Equal("text\0", (await Program.ExecFile("inherit", "arguments", "text").Soon()).Stdout);

    [Fact]
    public async Task A_pipeline_connects_its_stages()
    {
        var pipeline = new Pipeline(new Command("write-both", "text", ""), new Command("copy"), new Command("copy"));

        Assert.Equal("text", (await pipeline.ExecFile().AsTask().Soon()).Stdout);
        Assert.Equal("text", pipeline.ExecFileSync().Stdout);
    }

    private sealed class Command(params string[] arguments) : ICommand
    {
        string ICommand.FileName => Program.FileName;

        public IReadOnlyList<string> ToArguments() => arguments;
    }
}
