using CsCheck;
using TypedExec.Ipc;
using TypedExec.Ipc.V8;

namespace TypedExec.Tests.Ipc;

/// <summary>Whatever bytes arrive in advanced mode, they are a value or a <see cref="FormatException"/>.</summary>
public sealed class V8ByteTests
{
    private const string Tags = "_0TFIUNZS\"c^o{a@A$D;:',\\Byxnzs?-rRmE.V~";

    /// <summary>Bytes that look like V8's more often than by chance: tags, small lengths, and a few others.</summary>
    private static readonly Gen<byte> Plausible = Gen.Frequency(
        (6, Gen.Int[0, Tags.Length - 1].Select(i => (byte)Tags[i])),
        (3, Gen.Byte[0, 12]),
        (1, Gen.Byte));

    private static readonly Gen<object?> Value = Gen.Recursive<object?>((depth, value) => depth > 3
        ? Scalar
        : Gen.OneOf(
            Scalar,
            value.List[0, 4].Select(list => (object?)list),
            Gen.Dictionary(Gen.String[0, 5], value)[0, 4].Select(map => (object?)map),
            Gen.Dictionary(Gen.Int.Select(number => (object)number), value)[0, 4].Select(map => (object?)map)));

    private static Gen<object?> Scalar => Gen.OneOf(
        Gen.Const((object?)null),
        Gen.Const((object?)Undefined.Value),
        Gen.Bool.Select(value => (object?)value),
        Gen.Int.Select(value => (object?)value),
        Gen.Double.Select(value => (object?)value),
        Gen.String[0, 20].Select(value => (object?)value),
        Gen.Byte.Array[0, 40].Select(bytes => (object?)new System.Numerics.BigInteger(bytes)),
        Gen.Byte.Array[1, 10].Select(value => (object?)value),
        Gen.Double.Array[1, 10].Select(value => (object?)value),
        Gen.Long[-62135596800000, 253402300799999].Select(value => (object?)DateTimeOffset.FromUnixTimeMilliseconds(value)));

    [Fact]
    public void Random_bytes_are_a_value_or_a_format_error()
        => Plausible.Array[0, 200].Sample(bytes => Read([0xFF, 15, .. bytes]), iter: 200_000);

    [Fact]
    public void A_message_with_changed_bytes_is_a_value_or_a_format_error()
        => Gen.Select(Value, Gen.Select(Gen.Int[0, 10_000], Gen.Byte).Array[1, 4]).Sample(
            (value, changes) =>
            {
                var bytes = Written(value);
                foreach (var (place, changed) in changes)
                {
                    bytes[place % bytes.Length] = changed;
                }

                Read(bytes);
            },
            iter: 50_000);

    [Fact]
    public void A_truncated_message_is_a_format_error()
        => Gen.Select(Value, Gen.Int[0, 10_000]).Sample(
            (value, cut) =>
            {
                var bytes = Written(value);
                Assert.Throws<FormatException>(() => new V8Reader(bytes.AsSpan(0, cut % bytes.Length)).ReadMessage());
            },
            iter: 10_000);

    [Fact]
    public void Written_values_are_read_back()
        => Value.Sample(
            value => Assert.Equal(Written(value), Written(new V8Reader(Written(value)).ReadMessage())),
            iter: 10_000);

    [Theory]
    [InlineData((byte)';')]
    [InlineData((byte)'\'')]
    [InlineData((byte)'o')]
    [InlineData((byte)'s')]
    public void Endless_nesting_is_a_format_error(byte tag)
    {
        var bytes = Enumerable.Repeat(tag, 1_000_000).ToArray();

        Assert.Throws<FormatException>(() => new V8Reader([0xFF, 15, .. bytes]).ReadMessage());
    }

    [Fact]
    public void Arrays_with_a_false_length_use_no_extra_memory()
    {
        var dense = Enumerable.Repeat<byte[]>([(byte)'A', 0xFF, 0xFF, 0xFF, 0xFF, 0x0F], 400).SelectMany(part => part);
        var sparse = Enumerable.Repeat<byte[]>([(byte)'a', 0xFF, 0xFF, 0xFF, 0x07, (byte)'@', 0, 0xFF, 0xFF, 0xFF, 0x07], 400).SelectMany(part => part);
        byte[] bytes = [0xFF, 15, .. dense, .. sparse, .. new byte[1_000_000]];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<FormatException>(() => new V8Reader(bytes).ReadMessage());

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 512 * 1024 * 1024);
    }

    private static byte[] Written(object? value)
    {
        var writer = new V8Writer();
        writer.WriteMessage(value);
        return writer.Written.ToArray();
    }

    private static void Read(byte[] bytes)
    {
        try
        {
            var message = IpcMessage.FromValue(new V8Reader(bytes).ReadMessage());
            _ = message.IsInternal;
            _ = message.ToJson();
        }
        catch (FormatException)
        {
            // Bytes that aren't a value raise Error, and so does requesting JSON for what it can't express, such as a cycle.
        }
    }
}
