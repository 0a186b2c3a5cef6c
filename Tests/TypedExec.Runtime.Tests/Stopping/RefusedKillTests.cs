using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec.Tests.Stopping;

/// <summary>A child that can't be signaled, such as one that sudo has made another user's, is no longer waited for.</summary>
public sealed class RefusedKillTests
{
    private static readonly ExecFileOptions Options = new() { Timeout = TimeSpan.FromMilliseconds(50) };
    private static readonly Executable Program = new("program");

    private static Pipeline Two => new Pipeline(new Tool()) | new Tool();

    [Fact]
    public async Task By_a_timeout_in_all_four_ways()
    {
        Backend.Replace(new UntouchableChildren());

        var errors = new[]
        {
            await Program.ExecFile([], Options).FailureAsync(),
            Assert.Throws<ExecException>(() => Program.ExecFileSync([], Options)),
            await Assert.ThrowsAsync<ExecException>(() => Two.ExecFile(Options).AsTask().Soon()),
            Assert.Throws<ExecException>(() => Two.ExecFileSync(Options)),
        };

        Assert.All(errors, static error => Assert.Equal(
            ("EPERM", -1, "kill", "kill EPERM", true, false), (error.Code, error.Errno, error.Syscall, error.Message, error.TimedOut, error.Killed)));
    }

    [Fact]
    public async Task By_a_cancellation()
    {
        Backend.Replace(new UntouchableChildren());
        using var cancellation = new CancellationTokenSource();
        var execution = Program.ExecFile([], null, cancellation.Token);

        await cancellation.CancelAsync();

        Assert.Equal("EPERM", (await execution.FailureAsync()).Code);
    }

    [Fact]
    public async Task By_StopAsync_and_disposal_and_the_child_is_still_watched()
    {
        var backend = new UntouchableChildren();
        Backend.Replace(backend);
        var child = Program.Spawn();
        var errors = new List<Exception>();
        child.Error += (_, error) => errors.Add(error.Exception);

        Assert.Equal("EPERM", (await Assert.ThrowsAsync<ExecException>(() => child.StopAsync().Soon())).Code);
        await child.DisposeAsync().AsTask().Soon();
        backend.Last!.Exited!(new ExitStatus(7, null));

        Assert.Equal(7, (await child.WaitForCloseAsync().Soon()).ExitCode);
        Assert.Equal("EPERM", Assert.IsType<ExecException>(Assert.Single(errors)).Code);
        Assert.False(child.Killed);
    }

    [Fact]
    public async Task A_released_stage_that_exits_later_is_not_mistaken_for_another()
    {
        var backend = new UntouchableFirstStage();
        Backend.Replace(backend);
        var run = Two.ExecFile(Options).AsTask();
        await backend.Last.Signalled.Soon();

        backend.First.Exited!(new ExitStatus(0, null));
        // No event reports that a run continues.
        Assert.NotSame(run, await Task.WhenAny(run, Task.Delay(TimeSpan.FromMilliseconds(100))));
        backend.Last.Exited!(new ExitStatus(7, null));

        var error = await Assert.ThrowsAsync<ExecException>(() => run.Soon());
        Assert.Equal(("EPERM", 7), (error.Code, error.ExitCode));
    }

    private sealed class Tool : ICommand
    {
        public string FileName => "program";

        public IReadOnlyList<string> ToArguments() => [];
    }

    private sealed class UntouchableChildren : IProcessBackend
    {
        public UntouchableChild? Last { get; private set; }

        public (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe() => (new SafeFileHandle(), new SafeFileHandle());

        public StartedChild Start(StartRequest request) => Last = new UntouchableChild();

        public (ReadPipe Output, WritePipe Input)? OpenChannel(int descriptor) => null;
    }

    private sealed class UntouchableFirstStage : IProcessBackend
    {
        private readonly Queue<UntouchableChild> _children;

        public UntouchableFirstStage() => _children = new([First, Last]);

        public UntouchableChild First { get; } = new();

        public UntouchableChild Last { get; } = new(errno: 0);

        public (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe() => (new SafeFileHandle(), new SafeFileHandle());

        public StartedChild Start(StartRequest request) => _children.Dequeue();

        public (ReadPipe Output, WritePipe Input)? OpenChannel(int descriptor) => null;
    }

    private sealed class UntouchableChild(int errno = Errno.EPERM) : StartedChild
    {
        private readonly TaskCompletionSource _signalled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Action<ExitStatus>? Exited { get; private set; }

        /// <summary>Completes with the first signal.</summary>
        public Task Signalled => _signalled.Task;

        public override int Pid => 1;

        public override WritePipe? Input(int index) => null;

        public override ReadPipe? Output(int index) => null;

        public override void WatchExit(Action<ExitStatus> exited) => Exited = exited;

        public override int Kill(Signal signal, bool group)
        {
            _signalled.TrySetResult();
            return errno;
        }

        public override void Release()
        {
        }
    }
}
