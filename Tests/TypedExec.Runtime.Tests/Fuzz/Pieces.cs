using TypedExec.IO;

namespace TypedExec.Tests.Fuzz;

/// <summary>A complete output that arrives in pieces, whose sizes are those of the cuts, repeated.</summary>
internal sealed class Pieces(byte[] bytes, int[] cuts) : ReadPipe
{
    private int _position;
    private int _reads;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) => new(Read(buffer.Span));

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(Math.Min(buffer.Length, cuts[_reads++ % cuts.Length]), bytes.Length - _position);
        bytes.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override void CollectTo(IByteSink sink)
    {
    }

    public override bool StopCollecting() => true;

    public override void CloseWhenEmpty()
    {
    }

    public override void CloseKeepingRest()
    {
    }

    public override void Close()
    {
    }
}
