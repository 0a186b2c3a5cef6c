using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Streams;

/// <summary>Descriptors from 3 on.</summary>
public sealed class ExtraDescriptorTests
{
    [Fact]
    public async Task Descriptor_3_is_read_while_4_is_written_with_ignored_and_inherited_ones()
    {
        const string Script = "cat <&4 >&3";
        var node = await NodeScript.RunAsync($$"""
            const c = spawn('sh', ['-c', '{{Script}}'], { stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'pipe'] });
            let text = '';
            c.stdio[3].on('data', d => text += d);
            c.stdio[4].end('text');
            c.on('close', () => print(text));
            """);
        var child = SpawnScript(Script, With(Stdio.Ignore, Stdio.Inherit, Stdio.Inherit, Stdio.Pipe, Stdio.Pipe));

        await child.Stdio[4]!.WriteAsync("text"u8.ToArray());
        await child.Stdio[4]!.DisposeAsync();

        Assert.Equal("text", node.GetString());
        using var reader = new StreamReader(child.Stdio[3]!);
        Assert.Equal("text", await reader.ReadToEndAsync().Soon());
        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task One_descriptor_can_be_read_and_written_at_once()
    {
        await using var child = SpawnScript("cat <&3 >&3", With(Stdio.Ignore, Stdio.Pipe, Stdio.Pipe, Stdio.Pipe));
        var stream = child.Stdio[3]!;
        var input = new byte[1_000_000];
        Random.Shared.NextBytes(input);
        var output = new byte[input.Length];

        var writing = stream.WriteAsync(input).AsTask();
        await stream.ReadExactlyAsync(output).AsTask().Soon();

        await writing.Soon();
        Assert.Equal(input, output);
    }

    [Fact]
    public async Task Writing_can_be_ended_while_reading_continues()
    {
        const string Script = "wc -c <&3 >&3";
        var node = await NodeScript.RunAsync($$"""
            const c = spawn('sh', ['-c', '{{Script}}'], { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] });
            let text = '';
            c.stdio[3].on('data', d => text += d);
            c.stdio[3].end('text');
            c.on('close', () => print(text.trim()));
            """);
        await using var child = SpawnScript(Script, With(Stdio.Ignore, Stdio.Inherit, Stdio.Inherit, Stdio.Pipe));
        var stream = Assert.IsType<ChildDuplex>(child.Stdio[3]);

        await stream.WriteAsync("text"u8.ToArray());
        stream.CompleteWriting();
        stream.CompleteWriting();

        Assert.False(stream.CanWrite);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.WriteAsync(new byte[1]).AsTask());
        using var reader = new StreamReader(stream);
        Assert.Equal(node.GetString(), (await reader.ReadToEndAsync().Soon()).Trim());
        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task A_list_may_be_long()
    {
        var stdio = Enumerable.Repeat(Stdio.Ignore, 20).Append(Stdio.Pipe).ToArray();
        SkipWithout("bash");

        var child = new Executable("bash").Spawn(["-c", "echo text >&20"], With(stdio));

        using var reader = new StreamReader(child.Stdio[20]!);
        Assert.Equal("text\n", await reader.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task Overlapping_source_and_target_numbers_are_mapped_correctly()
    {
        // So many entries that some numbers of the opened descriptors are also targets.
        const int Count = 400;
        using var directory = new TempDirectory();
        var stdio = new List<Stdio> { Stdio.Ignore, Stdio.Pipe, Stdio.Pipe };
        for (var i = stdio.Count; i < Count; i++)
        {
            await File.WriteAllTextAsync(directory[$"{i}"], "");
            stdio.Add(Stdio.File(directory[$"{i}"], FileMode.Open, FileAccess.Read));
        }

        var child = SpawnScript("for i in $(seq 3 399); do readlink /proc/$$/fd/$i; done", With([.. stdio]));

        var lines = await child.Stdout!.ReadLinesAsync().ToListAsync().AsTask().Soon();
        Assert.Equal(Enumerable.Range(3, Count - 3).Select(i => directory[$"{i}"]), lines);
    }

    [Fact]
    public async Task Two_descriptors_of_the_parent_can_change_places()
    {
        using var directory = new TempDirectory();
        using var one = File.OpenHandle(directory["one"], FileMode.Create, FileAccess.ReadWrite);
        using var two = File.OpenHandle(directory["two"], FileMode.Create, FileAccess.ReadWrite);
        var numbers = new[] { (int)one.DangerousGetHandle(), (int)two.DangerousGetHandle() };
        var stdio = Enumerable.Repeat(Stdio.Ignore, numbers.Max() + 1).ToArray();
        stdio[1] = Stdio.Pipe;
        (stdio[numbers[0]], stdio[numbers[1]]) = (Stdio.Fd(numbers[1]), Stdio.Fd(numbers[0]));

        var child = SpawnScript($"readlink /proc/$$/fd/{numbers[0]} /proc/$$/fd/{numbers[1]}", With(stdio));

        Assert.Equal($"{directory["two"]}\n{directory["one"]}\n", await child.Stdout!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task A_descriptor_that_keeps_its_number_is_not_closed_at_exec()
    {
        using var directory = new TempDirectory();
        await File.WriteAllTextAsync(directory["in"], "text");
        using var file = File.OpenHandle(directory["in"]);
        var number = (int)file.DangerousGetHandle();
        var stdio = Enumerable.Repeat(Stdio.Ignore, number + 1).ToArray();
        stdio[1] = Stdio.Pipe;
        stdio[number] = Stdio.Fd(number);

        var child = SpawnScript($"cat /proc/self/fd/{number}", With(stdio));

        Assert.Equal("text", await child.Stdout!.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task Closing_only_the_write_side_ends_the_childs_input()
    {
        var child = SpawnScript("cat <&3; echo end >&3", With(Stdio.Ignore, Stdio.Pipe, Stdio.Pipe, Stdio.Pipe));
        var stream = child.Stdio[3]!;
        await stream.WriteAsync("text\n"u8.ToArray());

        Assert.Equal("text", await child.Stdout!.ReadLinesAsync().FirstAsync().AsTask().Soon());
        await stream.DisposeAsync();

        await child.WaitForCloseAsync().Soon();
    }

    private static SpawnOptions With(params Stdio[] stdio) => new() { Stdio = stdio };
}
