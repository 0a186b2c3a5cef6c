using System.Runtime.Versioning;
using TypedExec.Platform.Managed;

namespace TypedExec.Platform.Windows;

/// <summary>A console without a window, which draws what its programs print as a terminal's control sequences (ConPTY).</summary>
[SupportedOSPlatform("windows")]
internal sealed class PseudoConsole
{
    /// <summary>E_NOTIMPL, which Wine answers.</summary>
    private const int NotImplemented = unchecked((int)0x80004001);

    private readonly Lock _gate = new();
    private bool _isClosed;

    private PseudoConsole(nint handle) => Handle = handle;

    public nint Handle { get; }

    /// <param name="size">Its size.</param>
    /// <param name="input">Where it reads keys, which it takes a copy of.</param>
    /// <param name="output">Where it draws, which it takes a copy of.</param>
    /// <exception cref="SpawnFailureException">The kernel refuses.</exception>
    public static unsafe PseudoConsole Create(TerminalSize size, nint input, nint output)
    {
        nint handle;
        var result = Kernel32.CreatePseudoConsole(Coordinates(size), input, output, 0, &handle);
        return result >= 0
            ? new PseudoConsole(handle)
            : throw WindowsErrno.Failure(result & 0xFFFF, "CreatePseudoConsole");
    }

    /// <exception cref="PlatformNotSupportedException">This system cannot.</exception>
    /// <exception cref="IOException">The console is gone.</exception>
    public void Resize(TerminalSize size)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            var result = Kernel32.ResizePseudoConsole(Handle, Coordinates(size));
            if (result == NotImplemented)
            {
                throw new PlatformNotSupportedException("This system cannot change the size of a pseudo-terminal (ResizePseudoConsole).");
            }

            if (result < 0)
            {
                throw new IOException($"ResizePseudoConsole: 0x{result:X8}");
            }
        }
    }

    /// <summary>
    /// Ends the programs that are left in it, draws what is still to be drawn, and ends its output. It waits until that is
    /// read, so it is not done on the calling thread.
    /// </summary>
    public void CloseSoon()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
        }

        new Thread(static handle => Kernel32.ClosePseudoConsole((nint)handle!), maxStackSize: 64 * 1024)
        {
            IsBackground = true,
            Name = "TypedExec console end",
        }.UnsafeStart(Handle);
    }

    /// <summary><c>COORD</c>: the columns below, the rows above; a console has no more than 32,767 of either.</summary>
    private static uint Coordinates(TerminalSize size)
        => (uint)Math.Min(size.Columns, short.MaxValue) | ((uint)Math.Min(size.Rows, short.MaxValue) << 16);

    /// <summary>What a console draws, which ends only when the console is closed.</summary>
    public sealed class Output(Stream stream) : StreamReadPipe(stream)
    {
        /// <summary>Gets or sets the console, once it is there.</summary>
        public PseudoConsole? Console { get; set; }

        public override void CloseWhenEmpty() => Console?.CloseSoon();

        public override void CloseKeepingRest()
        {
            Console?.CloseSoon();
            base.CloseKeepingRest();
        }

        public override void Close()
        {
            Console?.CloseSoon();
            base.Close();
        }
    }
}
