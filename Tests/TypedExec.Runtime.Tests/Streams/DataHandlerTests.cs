using System.Text;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Streams;

/// <summary>A handler of <c>Data</c> can be added at any time, and adding it never throws.</summary>
public sealed class DataHandlerTests
{
    [Fact]
    public async Task Added_during_another_read_it_receives_the_remainder()
    {
        await using var child = SpawnScript("read go; printf 'one\\n'; read go; printf two");
        var reading = child.Stdout!.ReadLineAsync();
        var text = new StringBuilder();
        child.Stdout.Data += (_, e) => text.Append(e.Text);

        await child.Stdin!.WriteAsync("go\n"u8.ToArray());
        Assert.Equal("one", await reading.Soon());
        await child.Stdin.WriteAsync("go\n"u8.ToArray());
        await child.WaitForCloseAsync().Soon();

        Assert.Equal("two", text.ToString());
    }

    [Fact]
    public async Task Added_and_removed_during_another_read_it_has_no_effect()
    {
        await using var child = SpawnScript("read go; printf 'one\\ntwo\\n'");
        var reading = child.Stdout!.ReadLineAsync();
        EventHandler<DataEventArgs> handler = (_, _) => Assert.Fail("It was removed.");
        child.Stdout.Data += handler;
        child.Stdout.Data -= handler;

        await child.Stdin!.WriteAsync("go\n"u8.ToArray());

        Assert.Equal("one", await reading.Soon());
        Assert.Equal("two", await child.Stdout.ReadLineAsync().Soon());
    }

    [Fact]
    public async Task Added_during_a_read_to_the_end_it_blocks_nothing()
    {
        await using var child = SpawnScript("read go; echo text");
        var reading = child.Stdout!.ReadToEndAsync();
        child.Stdout.Data += (_, _) => { };

        await child.Stdin!.WriteAsync("go\n"u8.ToArray());

        Assert.Equal("text\n", await reading.Soon());
        await child.WaitForCloseAsync().Soon();
    }

    [Fact]
    public async Task With_targets_it_receives_later_output()
    {
        var lines = new List<string>();
        var first = new TaskCompletionSource();
        var execution = Sh.ExecFile(["-c", "echo one; read go; echo two"], new ExecFileOptions
        {
            Input = ProcessInput.Open,
            Stdout =
            [
                Output.ToLines(line =>
                {
                    lines.Add(line);
                    first.TrySetResult();
                }),
            ],
        });
        await first.Task.Soon();
        var text = new StringBuilder();
        execution.Child.Stdout!.Data += (_, e) => text.Append(e.Text);
        await execution.Child.Stdin!.WriteAsync("go\n"u8.ToArray());

        await execution.Soon();

        Assert.Equal(["one", "two"], lines);
        Assert.EndsWith("two\n", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_targets_a_removed_handler_blocks_nothing()
    {
        await using var execution = Sh.ExecFile(["-c", "seq 1 100000"], new ExecFileOptions { Stdout = [Output.ToStream(Stream.Null)] });
        var called = 0;
        EventHandler<DataEventArgs> handler = null!;
        handler = (_, _) =>
        {
            called++;
            execution.Child.Stdout!.Data -= handler;
        };
        execution.Child.Stdout!.Data += handler;

        await execution.Soon();

        Assert.InRange(called, 0, 1);
    }

    [Fact]
    public async Task Added_after_the_end_it_receives_nothing_and_does_not_throw()
    {
        var execution = Sh.ExecFile(["-c", "echo text"], new ExecFileOptions { Stdout = [Output.ToStream(Stream.Null)] });
        await execution.Soon();
        execution.Child.Stdout!.Data += (_, _) => Assert.Fail("There is nothing more.");

        await execution.Child.WaitForCloseAsync().Soon();
    }
}
