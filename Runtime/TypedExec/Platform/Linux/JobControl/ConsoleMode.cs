using System.Runtime.InteropServices;

namespace TypedExec.Platform.Linux.JobControl;

/// <summary>
/// The modes of the terminal at stdin. <see cref="Console"/> turns echo and lines off to read keys; while children use the
/// terminal they find it as the shell left it, and afterwards Console has its own modes again.
/// </summary>
/// <remarks>
/// By the function of .NET's own native library that <see cref="System.Diagnostics.Process"/> calls for its children. It alone
/// knows the modes from before Console's first read, and what it sets Console respects, at SIGCONT too. The runtimes from .NET
/// Core 3 on export it; where one does not, the terminal stays as it is.
/// </remarks>
internal static partial class ConsoleMode
{
    private static readonly Lock Gate = new();
    private static int s_children;
    private static bool s_isMissing;

    /// <summary>One more child uses the terminal.</summary>
    public static void GiveToChild()
    {
        lock (Gate)
        {
            s_children++;
            Configure(isForChild: true);
        }
    }

    /// <summary>
    /// A child uses it no more. The terminal can be written to here: not to be called on the event loop's thread, which a
    /// terminal that is held by Ctrl+S would hold.
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
            // The modes are remembered at the first call, so it has to come before a child can change them.
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
