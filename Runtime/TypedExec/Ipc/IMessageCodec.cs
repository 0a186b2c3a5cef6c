using System.Buffers;

namespace TypedExec.Ipc;

/// <summary>
/// How messages are represented on the channel. One instance serves one direction of one channel's bytes at a time.
/// </summary>
internal interface IMessageCodec
{
    /// <summary>Gets Node's name of the mode, for the child's environment.</summary>
    string Mode { get; }

    /// <summary>Appends one message with its frame.</summary>
    void Encode(IpcMessage message, IBufferWriter<byte> writer);

    /// <summary>Takes the first frame from the bytes.</summary>
    /// <param name="bytes">The bytes that have arrived, from the start of a frame.</param>
    /// <param name="consumed">The number of bytes in the frame; 0 if it isn't complete yet.</param>
    /// <param name="message">The message.</param>
    /// <returns>True if there is a message; false, with <paramref name="consumed"/> set, for an empty frame.</returns>
    /// <exception cref="FormatException">The frame is complete but not a message; <paramref name="consumed"/> is set.</exception>
    bool TryDecode(ReadOnlySpan<byte> bytes, ref int consumed, out IpcMessage message);

    /// <summary>Discards an incomplete frame, whose content is skipped.</summary>
    void Reset();
}
