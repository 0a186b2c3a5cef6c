using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Streams;

/// <summary>Streams of the caller's that a child reads or writes: nothing is lost or overwritten.</summary>
public sealed class CallersStreams
{
    [Theory]
    [InlineData(FileMode.Create)]
    [InlineData(FileMode.Append)]
    public async Task Outputs_into_one_FileStream_follow_each_other_and_what_the_caller_writes(FileMode mode)
    {
        using var directory = new TempDirectory();
        var path = directory["file"];
        await File.WriteAllTextAsync(path, "old ");
        await using (var file = new FileStream(path, mode, FileAccess.Write))
        {
            file.Write("first "u8);
            await new Pipeline(new Echo("second")).ToStream(file).ExecFile().AsTask().Soon();
            await new Pipeline(new Echo("third")).ToStream(file).ExecFile().AsTask().Soon();
            file.Write("fourth "u8);
            _ = new Pipeline(new Echo("fifth")).ToStream(file).ExecFileSync();
            await SpawnScript("printf sixth", new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.From(file)] }).WaitForExitAsync().Soon();
            file.Write(" end"u8);
        }

        Assert.Equal(
            (mode == FileMode.Append ? "old " : "") + "first second\nthird\nfourth fifth\nsixth end", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_FileStream_that_a_child_has_read_from_continues_behind_it()
    {
        using var directory = new TempDirectory();
        var path = directory["file"];
        await File.WriteAllTextAsync(path, "0123456789");
        await using var file = File.OpenRead(path);
        Assert.Equal('0', file.ReadByte());

        var child = SpawnScript("dd bs=1 count=3 2>/dev/null", new SpawnOptions { Stdio = [Stdio.From(file)] });
        Assert.Equal("123", await child.Stdout!.ReadToEndAsync().Soon());
        await child.WaitForExitAsync().Soon();

        Assert.Equal('4', file.ReadByte());
    }

    [Fact]
    public async Task A_read_for_a_child_that_has_ended_is_cancelled_before_the_wait_for_its_exit_completes()
    {
        var stream = new PostedStream();

        await True.Spawn([], new SpawnOptions { Stdio = [Stdio.From(stream)] }).WaitForExitAsync().Soon();

        Assert.Equal((0, false), (stream.Pending, stream.HasOverlapped));
    }

    [Fact]
    public async Task A_read_for_a_pipeline_that_has_ended_is_cancelled_before_the_run_completes()
    {
        var stream = new PostedStream();

        await new Pipeline(new Echo("text")).FromStream(stream).ExecFile().AsTask().Soon();

        Assert.Equal((0, false), (stream.Pending, stream.HasOverlapped));
    }

    [Fact]
    public async Task What_a_stream_brings_too_late_for_one_child_is_for_the_next()
    {
        var stream = new PostedStream { IsDeaf = true };
        await True.Spawn([], new SpawnOptions { Stdio = [Stdio.From(stream)] }).WaitForExitAsync().Soon();

        stream.Post("text");
        stream.Post("");
        var child = Cat.Spawn([], new SpawnOptions { Stdio = [Stdio.From(stream)] });

        Assert.Equal("text", await child.Stdout!.ReadToEndAsync().Soon());
        Assert.False(stream.HasOverlapped);
    }

    private sealed class Echo(string text) : ICommand
    {
        public string FileName => "echo";

        public IReadOnlyList<string> ToArguments() => [text];
    }

    /// <summary>Gives what is posted, one piece a read.</summary>
    private sealed class PostedStream : MemoryStream
    {
        private readonly System.Threading.Channels.Channel<string> _pieces = System.Threading.Channels.Channel.CreateUnbounded<string>();
        private int _pending;

        /// <summary>Whether it ignores that a read is cancelled.</summary>
        public bool IsDeaf { get; init; }

        public int Pending => _pending;

        public bool HasOverlapped { get; private set; }

        public override bool CanSeek => false;

        public void Post(string piece) => _pieces.Writer.TryWrite(piece);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            HasOverlapped |= Interlocked.Increment(ref _pending) > 1;
            try
            {
                var piece = await _pieces.Reader.ReadAsync(IsDeaf ? CancellationToken.None : cancellationToken);
                return System.Text.Encoding.UTF8.GetBytes(piece, buffer.Span);
            }
            finally
            {
                Interlocked.Decrement(ref _pending);
            }
        }
    }
}
