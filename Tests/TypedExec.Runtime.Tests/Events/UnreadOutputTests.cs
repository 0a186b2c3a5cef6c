using TypedExec.Events;
using TypedExec.IO;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Events;

/// <summary>Unread output never prevents a child from being closed.</summary>
public sealed class UnreadOutputTests
{
    [Fact]
    public async Task Unread_output_is_drained_and_Closed_is_raised()
    {
        var child = SpawnScript("head -c 60000 /dev/zero; head -c 60000 /dev/zero >&2");

        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task Partly_read_output_is_drained_and_Closed_is_raised()
    {
        var child = SpawnScript("head -c 60000 /dev/zero");
        _ = await child.Stdout!.ReadAsync(new byte[10]).AsTask().Soon();

        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task A_late_reader_still_gets_drained_output()
    {
        var child = SpawnScript("head -c 60000 /dev/zero");
        await child.WaitForCloseAsync().Soon();

        var buffer = new byte[100_000];
        Assert.Equal(60_000, await child.Stdout!.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false).AsTask().Soon());
    }

    [Fact]
    public async Task The_largest_pipe_is_emptied_when_the_child_exits_even_if_its_reader_has_stopped()
    {
        var ended = new TaskCompletionSource();
        var output = new ChildOutput(new Remainder(1024 * 1024), new EventQueue(), new OutputObserver(ended.SetResult));
        Assert.Equal(10, await output.ReadAsync(new byte[10]));

        output.OnChildExited();

        await ended.Task.Soon();
        Assert.Equal((1024 * 1024) - 10, (await output.ReadToEndAsync().Soon()).Length);
    }

    [Fact]
    public void A_reader_that_starts_as_the_child_exits_has_the_pipe_to_itself()
    {
        const int attempts = 50_000;
        var ends = Array.ConvertAll(new SilentEnd[attempts], static _ => new SilentEnd());
        var outputs = Array.ConvertAll(ends, static end => new ChildOutput(end, new EventQueue(), new OutputObserver()));
        using var turn = new Barrier(2);
        var exits = new Thread(() =>
        {
            foreach (var output in outputs)
            {
                turn.SignalAndWait();
                output.OnChildExited();
            }
        });
        exits.Start();

        foreach (var output in outputs)
        {
            turn.SignalAndWait();
            _ = output.ReadAsync(new byte[1]);
        }

        exits.Join();
        Assert.All(ends, static end => Assert.Equal(1, end.Reads));
    }

    [Fact]
    public async Task A_running_child_is_blocked_by_unread_output_beyond_MaxUnread_as_in_Node()
    {
        await using var child = new Executable("head").Spawn(["-c", "1000000", "/dev/zero"], new SpawnOptions { MaxUnread = 100_000 });

        await Waiting.UntilAsync(() => Processes.State(child.Pid!.Value) == 'S', "a child that waits for room");

        Assert.Null(child.ExitCode);
        await child.Stdout!.ReadExactlyAsync(new byte[1_000_000]).AsTask().Soon();
        Assert.Equal(0, (await child.WaitForExitAsync().Soon()).ExitCode);
    }

    [Fact]
    public async Task A_descendant_that_writes_without_end_delays_no_other_child()
    {
        await using var endless = SpawnScript("yes & exit 0", new SpawnOptions { KillDescendants = true });
        await endless.WaitForExitAsync().Soon();

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal("text\n", (await ExecScript("echo text").Soon()).Stdout);
        }

        Assert.True(endless.Kill(Signal.SIGKILL));
        await endless.WaitForCloseAsync().Soon();
    }

    [Fact]
    public async Task An_input_stream_that_never_produces_data_does_not_delay_Closed()
    {
        var child = True.Spawn([], new SpawnOptions { Stdio = [Stdio.From(new SilentStream())] });

        Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
    }

    private sealed class SilentStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => new(new TaskCompletionSource<int>().Task);
    }

    /// <summary>A pipe with a number of bytes left in it, whose child has exited.</summary>
    private sealed class Remainder(int left) : ModelEnd
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            var count = Math.Min(left, buffer.Length);
            left -= count;
            return new(count);
        }

        public override void CollectTo(IByteSink sink)
        {
            var bytes = new byte[Math.Min(left, sink.Wanted)];
            left -= bytes.Length;
            _ = sink.Write(bytes);
            if (left == 0)
            {
                _ = Task.Run(sink.End);
            }
        }
    }

    /// <summary>A pipe that a descendant holds open and never writes to. It counts waiting readers.</summary>
    private sealed class SilentEnd : ModelEnd
    {
        private int _reads;

        public int Reads => _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _reads);
            return new(new TaskCompletionSource<int>().Task);
        }

        public override void CollectTo(IByteSink sink) => Interlocked.Increment(ref _reads);

        public override bool StopCollecting()
        {
            Interlocked.Decrement(ref _reads);
            return true;
        }
    }

    private abstract class ModelEnd : ReadPipe
    {
        public override void CollectTo(IByteSink sink) => throw new NotSupportedException();

        public override bool StopCollecting() => true;

        public override void CloseWhenEmpty()
        {
        }

        public override void CloseKeepingRest()
        {
        }

        public override void Close()
        {
        }
    }
}
