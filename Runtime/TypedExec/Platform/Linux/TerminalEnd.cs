namespace TypedExec.Platform.Linux;

/// <summary>
/// Keeps the input of a pseudo-terminal at its end. The end-of-input key (Ctrl+D) makes one read return nothing, and a program
/// that changes the terminal's mode before it reads may discard the key or read it as a character. So it is typed again whenever
/// the program has read everything.
/// </summary>
internal static class TerminalEnd
{
    /// <summary>What the key sends unless the program has chosen another one.</summary>
    private const byte DefaultKey = 4;

    /// <summary>In the kernel's <c>struct termios</c>: after four flags and the line discipline, the fifth of the keys.</summary>
    private const int KeyOffset = (4 * sizeof(uint)) + 1 + 4;

    private const int TermiosSize = 64;

    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc cref="StartedChild.EndTerminalInputAsync"/>
    /// <exception cref="IOException">The child has exited.</exception>
    public static async Task HoldAsync(LinuxReadPipe master, Stream input, bool isAtLineStart, CancellationToken childEnded)
    {
        // At the end of an incomplete line the key submits the line, and at the beginning of a line it is the end.
        await TypeAsync(isAtLineStart ? 1 : 2).ConfigureAwait(false);
        for (var wait = FirstLook; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            // No event reports that it was read.
            await Task.Delay(wait, childEnded).ConfigureAwait(false);
            switch (HasUnread(master))
            {
                case null:
                    return;
                case false:
                    await TypeAsync(1).ConfigureAwait(false);
                    break;
            }
        }

        async ValueTask TypeAsync(int times)
            => await input.WriteAsync(Enumerable.Repeat(Key(master), times).ToArray(), childEnded).ConfigureAwait(false);
    }

    private static unsafe byte Key(LinuxReadPipe master)
    {
        var key = DefaultKey;
        master.Use(descriptor =>
        {
            var mode = stackalloc byte[TermiosSize];
            if (LibC.IoControl(descriptor, Constants.TCGETS, mode) == 0 && mode[KeyOffset] != 0)
            {
                key = mode[KeyOffset];
            }
        });
        return key;
    }

    /// <summary>
    /// Returns whether something that was typed hasn't been read yet, including an end of input; null if that can't be determined
    /// any more.
    /// </summary>
    private static unsafe bool? HasUnread(LinuxReadPipe master)
    {
        bool? hasUnread = null;
        master.Use(descriptor =>
        {
            // Only the other side reports it, which is opened for this moment. Linux 4.13 and later.
            var slave = LibC.IoControl(
                descriptor, Constants.TIOCGPTPEER, Constants.O_RDWR | Constants.O_NOCTTY | Constants.O_NONBLOCK | Constants.O_CLOEXEC);
            if (slave >= 0)
            {
                var poll = new PollDescriptor { Descriptor = slave, Events = Constants.POLLIN };
                hasUnread = LibC.Poll(&poll, 1, 0) != 0;
                Descriptor.Close(slave);
            }
        });
        return hasUnread;
    }
}
