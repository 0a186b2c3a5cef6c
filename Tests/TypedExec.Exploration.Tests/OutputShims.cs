// Stand in for what the outputs use and what is not explored with them, or not controlled by Coyote.

namespace TypedExec
{
    /// <summary>The option that messages name.</summary>
    internal static class SpawnOptions
    {
        public static long MaxUnread => 0;
    }
}

namespace TypedExec.IO
{
    /// <summary>An object that is locked like any other.</summary>
    internal sealed class Lock;

    /// <summary>Replaces the attribute that the compiler looks for, so that the usual builder is used.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class AsyncMethodBuilderAttribute(Type builder) : Attribute
    {
        public Type Builder => builder;
    }

    /// <summary>What an output is captured in, which is not explored here.</summary>
    internal sealed class OutputBuffer : IByteSink
    {
        public IEndObserver? EndObserver { get; set; }

        public Span<byte> Free => default;

        public void Advance(int count)
        {
        }

        public bool Write(ReadOnlySpan<byte> bytes) => true;

        public void End() => EndObserver?.OnEnded();
    }

    /// <summary>Where an output goes besides.</summary>
    internal sealed class OutputTarget;

    /// <summary>Gives handlers what goes to targets.</summary>
    internal sealed class PassingFeed
    {
        public OutputTarget Target { get; } = new();
    }

    /// <summary>Moves an output to its targets.</summary>
    internal sealed class TargetPump(ReadPipe pipe, OutputBuffer? buffer, IReadOnlyList<OutputTarget> targets, Action<Exception> failed, CancellationToken givenUp)
    {
        public Task RunAsync()
        {
            _ = (pipe, buffer, targets, failed, givenUp);
            return Task.CompletedTask;
        }
    }
}
