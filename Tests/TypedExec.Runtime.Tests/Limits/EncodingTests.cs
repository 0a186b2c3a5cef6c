using System.Text;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Limits;

/// <summary>An <c>Encoding</c> is user code: its exception is the run's failure, and its time counts toward the run.</summary>
public sealed class EncodingTests
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding StrictAscii = Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    [Theory]
    [InlineData("async")]
    [InlineData("sync")]
    [InlineData("async pipeline")]
    [InlineData("sync pipeline")]
    public async Task Output_that_cannot_be_decoded_fails_its_own_run(string way)
        => Assert.StartsWith("failed: ", await OwnProcess.RunAsync("strict-encoding", way), StringComparison.Ordinal);

    [Theory]
    [InlineData("bytes", 1)]
    [InlineData("bytes", 2)]
    [InlineData("half a character at the end", 1)]
    [InlineData("a decoder", 1)]
    [InlineData("a decoder", 2)]
    public async Task A_decoding_failure_in_Data_is_an_Error_followed_by_Closed(string refused, int output)
    {
        var child = SpawnScript($"printf '{(refused == "bytes" ? "\\377" : "\\303")}' >&{output}; exit 3");
        var stream = output == 1 ? child.Stdout! : child.Stderr!;
        stream.Encoding = refused == "a decoder" ? new WithoutDecoder() : StrictUtf8;
        var errors = new List<Exception>();
        child.Error += (_, e) => errors.Add(e.Exception);
        stream.Data += (_, _) => { };

        Assert.Equal(3, (await child.WaitForCloseAsync().Soon()).ExitCode);
        Assert.IsNotType<ExecException>(Assert.Single(errors));
        await child.DisposeAsync().AsTask().Soon();
    }

    [Fact]
    public async Task A_decoding_failure_in_Data_during_a_capture_is_an_Error_and_the_capture_is_complete()
    {
        var execution = ExecScript("printf 'a\\377'");
        var errors = new List<Exception>();
        execution.Child.Stdout!.Encoding = StrictAscii;
        execution.Child.Error += (_, e) => errors.Add(e.Exception);
        execution.Child.Stdout.Data += (_, _) => { };

        Assert.Equal([(byte)'a', 0xFF], (await execution.Soon()).StdoutBytes.ToArray());
        Assert.IsType<DecoderFallbackException>(Assert.Single(errors));
    }

    [Fact]
    public async Task After_a_Data_Error_the_output_can_be_read_another_way()
    {
        await using var child = SpawnScript("printf '\\377'; read go; echo more");
        var error = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        child.Error += (_, e) => error.TrySetResult(e.Exception);
        child.Stdout!.Encoding = StrictAscii;
        child.Stdout.Data += (_, _) => { };
        Assert.IsType<DecoderFallbackException>(await error.Task.Soon());
        await Waiting.UntilAsync(() => child.Stdout.Delivered.IsCompleted, "the end of the flow");

        await child.Stdin!.WriteAsync("go\n"u8.ToArray());

        Assert.Equal("more\n", await child.Stdout.ReadToEndAsync().Soon());
    }

    [Fact]
    public async Task Input_that_cannot_be_encoded_throws_and_nothing_is_started()
    {
        using var directory = new TempDirectory();
        var script = $"touch {directory["started"]}; cat";
        var options = new ExecFileOptions { Input = "é", Encoding = StrictAscii };

        await Assert.ThrowsAnyAsync<Exception>(async () => await ExecScript(script, options).Soon());
        Assert.ThrowsAny<Exception>(() => Sh.ExecFileSync(["-c", script], options));
        await Assert.ThrowsAnyAsync<Exception>(async () => await (Pipelines.Tool.Sh(script) | Pipelines.Tool.Cat).ExecFile(options).AsTask().Soon());
        Assert.ThrowsAny<Exception>(() => (Pipelines.Tool.Sh(script) | Pipelines.Tool.Cat).ExecFileSync(options));

        // A child that was started anyway would be faster than this one.
        await ExecScript("sleep .3").Soon();
        Assert.False(File.Exists(directory["started"]));
    }

    [Fact]
    public async Task A_slow_encoding_does_not_delay_other_children()
    {
        using var slow = new SlowEncoding();
        var slowRun = ExecScript("printf '\\377'; exit 1", new ExecFileOptions { Encoding = slow });
        await Task.WhenAny(slow.Entered, slowRun.AsTask()).Soon();

        await True.ExecFile().Soon();
        await True.Spawn().WaitForCloseAsync().Soon();

        slow.Release();
        Assert.Equal("slow", (await slowRun.FailureAsync()).Stdout);
    }

    /// <summary>Has no decoder for output that comes in pieces.</summary>
    private sealed class WithoutDecoder : ASCIIEncoding
    {
        public override Decoder GetDecoder() => throw new NotSupportedException("planted");
    }

    /// <summary>Decodes anything but empty input only when it is released.</summary>
    private sealed class SlowEncoding : Encoding, IDisposable
    {
        private readonly ManualResetEventSlim _gate = new();
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Entered => _entered.Task;

        public void Release() => _gate.Set();

        public void Dispose() => _gate.Dispose();

        public override int GetByteCount(char[] chars, int index, int count) => count;

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => Latin1.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

        public override int GetCharCount(byte[] bytes, int index, int count)
        {
            if (count > 0)
            {
                _entered.TrySetResult();
                _gate.Wait();
            }

            return count == 0 ? 0 : 4;
        }

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
        {
            if (byteCount > 0)
            {
                "slow".CopyTo(0, chars, charIndex, 4);
            }

            return byteCount == 0 ? 0 : 4;
        }

        public override int GetMaxByteCount(int charCount) => charCount;

        public override int GetMaxCharCount(int byteCount) => 4;
    }
}
