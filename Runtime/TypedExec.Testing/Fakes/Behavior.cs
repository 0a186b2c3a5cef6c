using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec.Testing.Fakes;

/// <summary>What a fake does when it runs.</summary>
internal abstract class Behavior
{
    /// <summary>Gets the reason why it doesn't start, or null.</summary>
    public virtual SpawnFailureException? StartFailure => null;

    /// <summary>Runs on the thread pool. The fake has ended when the task completes.</summary>
    public abstract Task RunAsync(FakeProcess fake, TimeProvider time);
}

/// <summary>The program doesn't exist or can't be executed.</summary>
internal sealed class StartFailureBehavior(SpawnFailureException failure) : Behavior
{
    public override SpawnFailureException? StartFailure { get; } = failure;

    public override Task RunAsync(FakeProcess fake, TimeProvider time) => Task.CompletedTask;

    /// <exception cref="ArgumentException">There is no such error code.</exception>
    public static StartFailureBehavior FromCode(string code)
    {
        for (var errno = 1; errno <= Errno.UNKNOWN; errno++)
        {
            if (Errno.Name(errno) == code && (code[1..] != errno.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            {
                return new StartFailureBehavior(new SpawnFailureException(errno));
            }
        }

        throw new ArgumentException($"\"{code}\" isn't an error code of a start failure. Use ENOENT, EACCES or another of Node's error codes.", nameof(code));
    }
}

/// <summary>Reads its input, writes its output and ends.</summary>
internal sealed class OutputBehavior(IReadOnlyList<(int Descriptor, ReadOnlyMemory<byte> Bytes)> output, ExitStatus status, bool waitsForSignal = false) : Behavior
{
    private const int BufferSize = 32 * 1024;

    public override async Task RunAsync(FakeProcess fake, TimeProvider time)
    {
        try
        {
            if (waitsForSignal)
            {
                fake.HandleSignals();
            }

            if (ReadsInput(fake.Call.Request))
            {
                await ReadToEndAsync(fake.Descriptors[0], fake.Ended).ConfigureAwait(false);
            }

            foreach (var (descriptor, bytes) in output)
            {
                await fake.Descriptors[descriptor].WriteAsync(bytes, fake.Ended).ConfigureAwait(false);
            }

            if (waitsForSignal)
            {
                _ = await fake.NextSignalAsync(fake.Ended).ConfigureAwait(false);
            }

            fake.End(status);
        }
        catch (OperationCanceledException)
        {
            // A signal has ended it.
        }
        catch (IOException)
        {
            fake.End(new ExitStatus(null, Signal.SIGPIPE));
        }
    }

    /// <summary>
    /// Returns whether the input ends by itself: then all of it is read, so that a test can inspect it. A pipe that the caller
    /// holds open is ignored, as by a program that doesn't read its input.
    /// </summary>
    private static bool ReadsInput(StartRequest request)
        => request.IsFed || request.Stdio[0].Kind is StdioKind.Stream or StdioKind.Handle or StdioKind.File;

    private static async Task ReadToEndAsync(Stream stdin, CancellationToken ended)
    {
        var buffer = new byte[BufferSize];
        while (await stdin.ReadAsync(buffer, ended).ConfigureAwait(false) > 0)
        {
        }
    }
}

/// <summary>Runs a script.</summary>
internal sealed class ScriptBehavior(Func<FakeChild, Task<int>> script) : Behavior
{
    public override async Task RunAsync(FakeProcess fake, TimeProvider time)
    {
        var child = new FakeChild(fake, time);
        try
        {
            var code = await script(child).ConfigureAwait(false);
            await child.FlushAsync().ConfigureAwait(false);
            fake.End(new ExitStatus(code, null));
        }
        catch (Exception) when (fake.HasEnded)
        {
            // A script that was killed fails in whatever it does next.
        }
        catch (Streams.BrokenPipeException)
        {
            fake.End(new ExitStatus(null, Signal.SIGPIPE));
        }
        catch (Exception exception)
        {
            // As a .NET program ends on an unhandled exception. The text reaches the test through the exception of the run.
            fake.Call.Failure = exception;
            await WriteLastAsync(child, exception).ConfigureAwait(false);
            fake.End(new ExitStatus(null, Signal.SIGABRT));
        }
        finally
        {
            child.Close();
        }
    }

    private static async Task WriteLastAsync(FakeChild child, Exception exception)
    {
        try
        {
            await child.Stderr.WriteLineAsync($"The script of this fake failed. {exception}").ConfigureAwait(false);
        }
        catch (IOException)
        {
        }
    }
}
