using System.Buffers;

namespace TypedExec.Ipc;

/// <summary>How messages stand on the channel. One instance serves one direction of one channel's bytes at a time.</summary>
internal interface IMessageCodec
{
    /// <summary>Node's name of the mode, for the child's environment.</summary>
    string Mode { get; }

    /// <summary>Appends one message with its frame.</summary>
    void Encode(IpcMessage message, IBufferWriter<byte> writer);

    /// <summary>
    /// Takes the first frame off the bytes.
    /// </summary>
    /// <param name="bytes">What has arrived, from the start of a frame.</param>
    /// <param name="consumed">How many bytes the frame had; 0 when it is not whole yet.</param>
    /// <param name="message">The message.</param>
    /// <returns>Whether there is a message; false with <paramref name="consumed"/> set for an empty frame.</returns>
    /// <exception cref="FormatException">The frame is whole and no message; <paramref name="consumed"/> is set.</exception>
    bool TryDecode(ReadOnlySpan<byte> bytes, ref int consumed, out IpcMessage message);

    /// <summary>Forgets a frame that was not whole: what it had is passed over.</summary>
    void Reset();
}
