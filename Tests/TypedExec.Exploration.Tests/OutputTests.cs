using Microsoft.Coyote.Specifications;
using TypedExec.IO;

namespace TypedExec.Exploration;

/// <summary>One output, and what is kept of it, in every order of the child, its readers and those who wait.</summary>
public sealed class OutputTests
{
    [Fact]
    public void Kept_and_newly_read_output_is_complete_and_in_order() => Exploration.HoldsInEveryOrder(static async () =>
    {
        var output = new Output(maxUnread: 100);
        var child = Task.Run(() => output.Write(3));
        var waits = Task.Run(output.Group.BeginWait);

        var read = await output.ReadToEndAsync();

        Specification.Assert(read == "123", "{0} was read.", read);
        await child;
        await waits;
    });

    [Fact]
    public void A_limit_holds_the_child_and_loses_nothing() => Exploration.HoldsInEveryOrder(static async () =>
    {
        var output = new Output(maxUnread: 1);
        var child = Task.Run(() => output.Write(3));

        var read = await output.ReadToEndAsync();

        Specification.Assert(read == "123", "{0} was read.", read);
        await child;
    });

    [Fact]
    public void The_next_reader_gets_what_the_previous_one_left() => Exploration.HoldsInEveryOrder(static async () =>
    {
        var output = new Output(maxUnread: 100);
        var child = Task.Run(() => output.Write(3));
        var first = await output.ReadAsync();
        output.Source.Release();

        var rest = await output.ReadToEndAsync();

        Specification.Assert(first + rest == "123", "{0} and {1} was read.", first, rest);
        await child;
    });

    [Fact]
    public void The_end_is_reported_once_no_matter_who_reaches_it() => Exploration.HoldsInEveryOrder(static async () =>
    {
        var output = new Output(maxUnread: 100);
        var child = Task.Run(() => output.Write(1));
        var exits = Task.Run(output.Source.OnChildExited);
        var closes = Task.Run(output.Source.CloseKeepingRest);
        _ = await output.ReadToEndAsync();
        await child;
        await exits;
        await closes;
        await output.Ended;

        Specification.Assert(output.Ends == 1, "The end was told {0} times.", output.Ends);
    });

    /// <summary>An output of a child that writes the digits from 1.</summary>
    private sealed class Output : IEndObserver
    {
        private readonly MemoryPipe _pipe = new();
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _ends;

        public Output(long maxUnread)
        {
            Group = new OutputGroup(maxUnread);
            Source = new OutputSource(_pipe, Group, this);
            Source.Start();
        }

        public OutputGroup Group { get; }

        public OutputSource Source { get; }

        public int Ends => _ends;

        public Task Ended => _ended.Task;

        public void OnEnded()
        {
            if (Interlocked.Increment(ref _ends) == 1)
            {
                _ended.SetResult();
            }
        }

        public void Write(int count)
        {
            for (var i = 1; i <= count; i++)
            {
                _pipe.Write((byte)('0' + i));
            }

            _pipe.End();
        }

        public async Task<string> ReadAsync()
        {
            var buffer = new byte[1];
            return await Source.ReadAsync(buffer, CancellationToken.None) == 0 ? "" : ((char)buffer[0]).ToString();
        }

        public async Task<string> ReadToEndAsync()
        {
            var text = "";
            while (await ReadAsync() is { Length: > 0 } more)
            {
                text += more;
            }

            return text;
        }
    }
}
