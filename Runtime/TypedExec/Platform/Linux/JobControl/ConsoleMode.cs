using System.Runtime.InteropServices;

namespace TypedExec.Platform.Linux.JobControl;

/// <summary>
/// The modes of the terminal at stdin. <see cref="Console"/> turns off echo and line mode to read keys. While children use the
/// terminal, they find it as the shell left it, and afterwards Console gets its own modes back.
/// </summary>
/// <remarks>This uses the function in .NET's own native library that <see cref="System.Diagnostics.Process"/> calls for its
/// children. Only that function knows the modes from before Console's first read, and Console respects what it sets, even at
/// SIGCONT. Runtimes from .NET Core 3 on export it; without it, the terminal stays unchanged.</remarks>
internal static partial class ConsoleMode
{
    private static readonly Lock Gate = new();
    private static int s_children;
    private static bool s_isMissing;

    /// <summary>Notes that one more child uses the terminal.</summary>
    public static void GiveToChild()
    {
        lock (Gate)
        {
            s_children++;
            Configure(isForChild: true);
        }
    }

    /// <summary>
    /// Notes that a child no longer uses the terminal. This may write to the terminal, so don't call it on the event loop's
    /// thread, which a terminal stopped by Ctrl+S would block.
    /// </summary>
    public static void TakeBack()
    {
        lock (Gate)
        {
            s_children--;
            if (s_children == 0)
            {
                Configure(isForChild: false);
            }
        }
    }

    private static void Configure(bool isForChild)
    {
        if (s_isMissing)
        {
            return;
        }

        try
        {
            // The modes are saved at the first call, which must therefore come before a child can change them.
            _ = Initialize();
            Configure(isForChild ? 1 : 0);
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            s_isMissing = true;
        }
    }

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_InitializeTerminalAndSignalHandling")]
    private static partial int Initialize();

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_ConfigureTerminalForChildProcess")]
    private static partial void Configure(int childUsesTerminal);
}
