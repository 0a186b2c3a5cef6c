using TypedExec.Platform.Windows.Handles;

namespace TypedExec.Tests.Windows;

/// <summary>The C runtime's table of a child's descriptors; no Windows is needed for that.</summary>
public sealed class DescriptorTableTests
{
    private static readonly ChildHandle[] s_handles = [new(0x11, 0x9), new(0x22, 0x41), ChildHandle.None, new(0x44, 0x9)];

    [Fact]
    public void The_table_has_a_count_then_flags_then_handles()
        => Assert.Equal(
            [
                4, 0, 0, 0, 0x9, 0x41, 0, 0x9,
                0x11, 0, 0, 0, 0, 0, 0, 0, 0x22, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x44, 0, 0, 0, 0, 0, 0, 0,
            ],
            DescriptorTable.ToBytes(s_handles));

    [Theory]
    [InlineData(0, 0x11)]
    [InlineData(1, 0x22)]
    [InlineData(3, 0x44)]
    public void An_open_descriptor_is_found(int descriptor, int expected)
    {
        Assert.True(DescriptorTable.TryGetHandle(DescriptorTable.ToBytes(s_handles), descriptor, out var handle));
        Assert.Equal(expected, handle);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_closed_or_missing_descriptor_is_not_found(int descriptor)
        => Assert.False(DescriptorTable.TryGetHandle(DescriptorTable.ToBytes(s_handles), descriptor, out _));

    [Fact]
    public void Invalid_bytes_have_no_descriptors()
    {
        var table = DescriptorTable.ToBytes(s_handles);
        for (var length = 0; length < table.Length; length++)
        {
            Assert.False(DescriptorTable.TryGetHandle(table.AsSpan(0, length), 0, out _), $"{length} bytes");
        }

        // Cygwin hands down something of its own there.
        table[3] = 0x7F;
        Assert.False(DescriptorTable.TryGetHandle(table, 0, out _));
        table[3] = 0xFF;
        Assert.False(DescriptorTable.TryGetHandle(table, 0, out _));
    }
}
