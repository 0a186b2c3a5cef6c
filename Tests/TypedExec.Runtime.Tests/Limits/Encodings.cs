using System.Text;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Limits;

/// <summary>An <c>Encoding</c> is the user's code: what it throws is its run's failure, and the time it takes is its run's too.</summary>
public sealed class Encodings
{
    private static readonly Encoding s_strictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding s_strictAscii = Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    [Theory]
    [InlineData("async")]
    [InlineData("sync")]
    [InlineData("async pipeline")]
    [InlineData("sync pipeline")]
    public async Task Output_that_cannot_be_decoded_fails_its_own_run(string way)
        => Assert.StartsWith("failed: ", await OwnProcess.RunAsync("strict-encoding", way), StringComparison.Ordinal);

    [Fact]
    public async Task Input_that_cannot_be_encoded_throws_and_nothing_is_started()
    {
        using var directory = new TempDirectory();
        var script = $"touch {directory["started"]}; cat";
        var options = new ExecFileOptions { Input = "é", Encoding = s_strictAscii };

        await Assert.ThrowsAnyAsync<Exception>(async () => await ExecScript(script, options).Soon());
        Assert.ThrowsAny<Exception>(() => Sh.ExecFileSync(["-c", script], options));
        await Assert.ThrowsAnyAsync<Exception>(async () => await (Pipelines.Tool.Sh(script) | Pipelines.Tool.Cat).ExecFile(options).AsTask().Soon());
        Assert.ThrowsAny<Exception>(() => (Pipelines.Tool.Sh(script) | Pipelines.Tool.Cat).ExecFileSync(options));

        // A child that was started all the same would be quicker than this one.
        await ExecScript("sleep .3").Soon();
        Assert.False(File.Exists(directory["started"]));
    }

    [Fact]
    public async Task An_encoding_that_takes_its_time_delays_no_other_child()
    {
        using var slow = new SlowEncoding();
        var slowRun = ExecScript("printf '\\377'; exit 1", new ExecFileOptions { Encoding = slow });
        await Task.WhenAny(slow.Entered, slowRun.AsTask()).Soon();

        await True.ExecFile().Soon();
        await True.Spawn().WaitForCloseAsync().Soon();

        slow.Release();
        Assert.Equal("slow", (await slowRun.FailureAsync()).Stdout);
    }

    /// <summary>Decodes what is not empty only when it is let.</summary>
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
