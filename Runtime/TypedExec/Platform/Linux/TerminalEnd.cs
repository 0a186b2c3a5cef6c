namespace TypedExec.Platform.Linux;

/// <summary>
/// Keeps the input of a pseudo-terminal at its end. The key for it (Ctrl+D) makes one read return nothing, and a program that
/// changes the terminal's mode before it reads may throw the key away or take it for a character: so it is typed again
/// whenever the program has read all that there was.
/// </summary>
internal static class TerminalEnd
{
    /// <summary>What the key sends unless the program has chosen another.</summary>
    private const byte DefaultKey = 4;

    /// <summary>In <c>struct termios</c> of the kernel: after four flags and the line discipline, the fifth of the keys.</summary>
    private const int KeyOffset = (4 * sizeof(uint)) + 1 + 4;

    private const int TermiosSize = 64;

    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc cref="StartedChild.EndTerminalInputAsync"/>
    /// <exception cref="IOException">The child is gone.</exception>
    public static async Task HoldAsync(LinuxReadPipe master, Stream input, bool isAtLineStart, CancellationToken childEnded)
    {
        // At the end of an incomplete line the key hands that over, and at its beginning it is the end.
        await TypeAsync(isAtLineStart ? 1 : 2).ConfigureAwait(false);
        for (var wait = FirstLook; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            // No event says that it was read.
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

    /// <summary>Whether something that was typed was not read yet, an end of input included; null where that cannot be known any more.</summary>
    private static unsafe bool? HasUnread(LinuxReadPipe master)
    {
        bool? hasUnread = null;
        master.Use(descriptor =>
        {
            // Only the other side tells, which is opened for this moment. Linux 4.13 and later.
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
