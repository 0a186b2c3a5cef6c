using System.Text;
using CsCheck;
using TypedExec.Events;

namespace TypedExec.Tests.Fuzz;

/// <summary>
/// However an output is split into reads, and however the ways of reading alternate between bytes and lines, each continues
/// exactly where the previous one stopped.
/// </summary>
public sealed class ReaderChangeFuzzTests
{
    private static readonly Gen<byte> Plausible = Gen.Frequency(
        (3, Gen.Const((byte)'\n')), (3, Gen.Const((byte)'\r')), (6, Gen.Byte[(byte)'a', (byte)'e']), (1, Gen.Byte));

    private delegate Task<bool> Way(ChildOutput output, Model model, int size);

    private static Way[] Ways { get; } =
    [
        async (output, model, _) => model.TakesLine(Bytes(await output.ReadLineAsync())),
        async (output, model, size) =>
        {
            await using var lines = output.ReadLinesAsync().GetAsyncEnumerator();
            for (var i = 0; i < size; i++)
            {
                if (!model.TakesLine(await lines.MoveNextAsync() ? Bytes(lines.Current) : null))
                {
                    return false;
                }
            }

            return true;
        },
        async (output, model, size) =>
        {
            using var lines = output.ReadUtf8Lines();
            for (var i = 0; i < size; i++)
            {
                if (!model.TakesLine(await lines.WaitToReadAsync() && lines.TryRead(out var line) ? line.ToArray() : null))
                {
                    return false;
                }
            }

            return true;
        },
        async (output, model, size) =>
        {
            var buffer = new byte[size];
            return model.TakesBytes(buffer[..await output.ReadAsync(buffer)]);
        },
        (output, model, size) =>
        {
            var buffer = new byte[size];
            return Task.FromResult(model.TakesBytes(buffer[..output.Read(buffer)]));
        },
        async (output, model, size) =>
        {
            var reader = output.AsPipeReader();
            var result = await reader.ReadAsync();
            var taken = result.Buffer.Slice(0, Math.Min(size, result.Buffer.Length));
            var goesOn = model.TakesBytes(System.Buffers.BuffersExtensions.ToArray(taken));
            reader.AdvanceTo(taken.End, result.Buffer.End);
            await reader.CompleteAsync();
            return goesOn;
        },
        async (output, model, size) =>
        {
            var count = 0;
            try
            {
                _ = await output.WaitForLineAsync(line => model.TakesLine(Bytes(line)) && ++count == size);
                return true;
            }
            catch (EndOfStreamException)
            {
                return model.TakesLine(null);
            }
        },
    ];

    private static readonly Gen<(int Way, int Size)[]> Steps = Gen.Select(Gen.Int[0, Ways.Length - 1], Gen.Int[1, 6]).Array[1, 20];

    [Fact]
    public Task Each_reader_continues_where_the_previous_one_stopped()
        => Gen.Select(Plausible.Array[0, 60], Gen.Int[1, 7].Array[1, 20], Steps).SampleAsync(
            async (bytes, cuts, steps) =>
            {
                var model = new Model(bytes);
                var output = new ChildOutput(new Pieces(bytes, cuts), new EventQueue(), new OutputObserver()) { Encoding = Encoding.Latin1 };
                for (var i = 0; await Ways[steps[i % steps.Length].Way](output, model, steps[i % steps.Length].Size); i++)
                {
                }

                Assert.True(model.IsAtEnd);
            },
            iter: 5_000);

    [Fact]
    public Task Reading_to_the_end_returns_the_remainder()
        => Gen.Select(Plausible.Array[0, 60], Gen.Int[1, 7].Array[1, 20], Gen.Int[0, Ways.Length - 1], Gen.Int[1, 6]).SampleAsync(
            async (bytes, cuts, way, size) =>
            {
                var model = new Model(bytes);
                var output = new ChildOutput(new Pieces(bytes, cuts), new EventQueue(), new OutputObserver()) { Encoding = Encoding.Latin1 };
                _ = await Ways[way](output, model, size);

                _ = model.TakesBytes(Encoding.Latin1.GetBytes(await output.ReadToEndAsync()));
                Assert.True(model.IsAtEnd);
            },
            iter: 2_000);

    [Fact]
    public Task Data_handlers_take_turns_too()
        => Gen.Select(Plausible.Array[0, 60], Gen.Int[1, 7].Array[1, 20], Steps).SampleAsync(
            async (bytes, cuts, steps) =>
            {
                var model = new Model(bytes);
                var output = new ChildOutput(new Pieces(bytes, cuts), new EventQueue(), new OutputObserver()) { Encoding = Encoding.Latin1 };
                var isOpen = true;
                for (var i = 0; isOpen; i++)
                {
                    isOpen = await Ways[steps[i % steps.Length].Way](output, model, steps[i % steps.Length].Size);
                    EventHandler<DataEventArgs> handler = null!;
                    handler = (_, e) =>
                    {
                        output.Data -= handler;
                        _ = e.Bytes.Length == 0 || model.TakesBytes(e.Bytes.ToArray());
                    };
                    output.Data += handler;
                    await output.Delivered.Soon();
                }

                Assert.True(model.IsAtEnd);
            },
            iter: 300);

    private static byte[]? Bytes(string? line) => line is null ? null : Encoding.Latin1.GetBytes(line);

    /// <summary>What the next reader must get.</summary>
    private sealed class Model(byte[] bytes)
    {
        private int _position;
        private bool _isAfterReturn;

        public bool IsAtEnd
        {
            get
            {
                Swallow();
                return _position == bytes.Length;
            }
        }

        /// <summary>Returns false at the end.</summary>
        public bool TakesLine(byte[]? line)
        {
            Swallow();
            if (_position == bytes.Length)
            {
                Assert.Null(line);
                return false;
            }

            var rest = bytes.AsSpan(_position);
            var length = rest.IndexOfAny((byte)'\r', (byte)'\n');
            Assert.Equal(length < 0 ? rest.ToArray() : rest[..length].ToArray(), line);
            _isAfterReturn = length >= 0 && rest[length] == '\r';
            _position += length < 0 ? rest.Length : length + 1;
            return true;
        }

        /// <summary>Returns false at the end.</summary>
        public bool TakesBytes(byte[] taken)
        {
            Swallow();
            Assert.Equal(bytes[_position..].Take(taken.Length), taken);
            Assert.Equal(taken.Length == 0, _position == bytes.Length);
            _position += taken.Length;
            return taken.Length > 0;
        }

        private void Swallow()
        {
            if (_isAfterReturn && _position < bytes.Length && bytes[_position] == '\n')
            {
                _position++;
            }

            _isAfterReturn = false;
        }
    }
}
