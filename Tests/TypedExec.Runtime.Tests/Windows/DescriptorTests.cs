using System.Text;
using static TypedExec.Tests.Windows.OnWindows;

namespace TypedExec.Tests.Windows;

/// <summary>Descriptors beyond the three standard handles, as a C runtime sees them: Node's for one.</summary>
[NeedsWindows]
public sealed class DescriptorTests
{
    [Fact]
    public async Task Descriptor_3_is_read_and_4_is_written()
    {
        await using var child = SpawnNode(
            "const fs = require('fs'); fs.writeSync(4, fs.readFileSync(3).toString().toUpperCase())", Stdio.Pipe, Stdio.Pipe);

        await child.Stdio[3]!.WriteAsync("text"u8.ToArray());
        await child.Stdio[3]!.DisposeAsync();

        using var reader = new StreamReader(child.Stdio[4]!);
        Assert.Equal("TEXT", await reader.ReadToEndAsync().Soon());
        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_descriptor_is_read_and_written(bool isOverlapped)
    {
        const string Script = """
            const socket = new (require('net').Socket)({ fd: 3 });
            let text = '';
            socket.on('data', d => { text += d; if (text.length === 1e6) socket.write(text, () => process.exit(5)); });
            """;
        await using var child = SpawnNode(Script, isOverlapped ? Stdio.Overlapped : Stdio.Pipe);
        var input = Encoding.ASCII.GetBytes(new string('x', 1_000_000));
        var output = new byte[input.Length];

        await child.Stdio[3]!.WriteAsync(input).AsTask().Soon();
        await child.Stdio[3]!.ReadExactlyAsync(output).AsTask().Soon();

        Assert.Equal(input, output);
        Assert.Equal(5, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task Writing_alone_cannot_be_ended()
    {
        await using var child = SpawnNode("require('fs').writeSync(3, 'text')", Stdio.Pipe);
        var stream = Assert.IsType<ChildDuplex>(child.Stdio[3]);

        Assert.Throws<PlatformNotSupportedException>(stream.CompleteWriting);

        using var reader = new StreamReader(stream);
        Assert.Equal("text", await reader.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task SameAs_is_another_descriptor_of_the_same_file()
    {
        await using var child = SpawnNode("const fs = require('fs'); fs.writeSync(3, 'three '); fs.closeSync(3); fs.writeSync(1, 'one')", Stdio.SameAs(1));

        Assert.Equal("three one", await child.Stdout!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task A_file_a_handle_and_the_null_device_are_descriptors_too()
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory["in"], "text");
        await using var file = File.Create(directory["out"]);

        await using var child = SpawnNode(
            "const fs = require('fs'); fs.writeSync(5, 'gone'); fs.writeSync(4, fs.readFileSync(3))",
            Stdio.File(directory["in"], FileMode.Open, FileAccess.Read), Stdio.From(file), Stdio.Ignore);

        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
        Assert.Equal(4, file.Length);
    }

    [Fact]
    public async Task A_list_may_be_long()
    {
        var more = Enumerable.Repeat(Stdio.Ignore, 300).Append(Stdio.Pipe).ToArray();

        await using var child = SpawnNode("require('fs').writeSync(303, 'text')", more);

        using var reader = new StreamReader(child.Stdio[303]!);
        Assert.Equal("text", await reader.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task A_NET_program_passes_on_its_own_descriptors()
    {
        await using var child = Program.Spawn(
            ["hand-on", "3", Programs.Find("node")!, "-e", "require('fs').writeSync(3, 'text')"],
            new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.Pipe, Stdio.Pipe, Stdio.Pipe] });

        using var reader = new StreamReader(child.Stdio[3]!);
        Assert.Equal("text", await reader.ReadToEndAsync().Soon());
        Assert.Equal("", await child.Stderr!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task A_descriptor_that_this_process_was_not_given_is_EBADF()
    {
        var child = Program.Spawn(["exit", "0"], new SpawnOptions { Stdio = [Stdio.Fd(700)] });

        Assert.Equal("EBADF", (await Assert.ThrowsAsync<ExecException>(() => child.WaitForCloseAsync().Soon())).Code);
    }

    [Fact]
    public void Sync_calls_capture_them_too()
    {
        Programs.SkipWithout("node");

        var result = new Executable("node").SpawnSync(
            ["-e", "require('fs').writeSync(3, 'three'); console.log('one')"],
            new SpawnSyncOptions { Stdio = [Stdio.Ignore, Stdio.Pipe, Stdio.Pipe, Stdio.Pipe] });

        Assert.Null(result.Error);
        Assert.Equal(("three", "one\n"), (Encoding.UTF8.GetString(result.Output![3]!), result.Stdout));
    }

    [Fact]
    public async Task A_terminal_can_be_combined_with_extra_descriptors()
    {
        var options = new SpawnOptions { Terminal = new TerminalSize(80, 25), Stdio = [Stdio.Pipe, Stdio.Pipe, Stdio.Pipe, Stdio.Pipe] };
        await using var child = new Executable(Programs.Find("node")!).Spawn(["-e", "require('fs').writeSync(3, 'beside the console')"], options);

        using var reader = new StreamReader(child.Stdio[3]!);
        Assert.Equal("beside the console", await reader.ReadToEndAsync().Soon());
    }

    private static ChildProcess SpawnNode(string script, params Stdio[] more)
    {
        Programs.SkipWithout("node");
        return new Executable("node").Spawn(["-e", script], new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.Pipe, Stdio.Pipe, .. more] });
    }
}
