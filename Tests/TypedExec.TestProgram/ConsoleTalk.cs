using System.Runtime.InteropServices;
using System.Text;

namespace TypedExec.TestProgram;

/// <summary>
/// Prompts at its console through the console's own handles: Wine's pseudo-consoles aren't anybody's standard handles.
/// </summary>
internal static partial class ConsoleTalk
{
    private const string Kernel32 = "kernel32.dll";
    private const uint ReadAndWrite = 0xC0000000;
    private const uint ShareAll = 3;
    private const uint OpenExisting = 3;

    public static Task<int> RunAsync()
    {
        var output = Open("CONOUT$");
        var input = Open("CONIN$");
        Print(output, "Name: ");
        var line = new char[100];
        if (ReadConsole(input, line, line.Length, out var count, 0) == 0)
        {
            return Task.FromResult(Marshal.GetLastPInvokeError());
        }

        Print(output, $"Hello, {new string(line, 0, count).Trim()}\r\n");
        return Task.FromResult(7);
    }

    private static nint Open(string name) => CreateFile(name, ReadAndWrite, ShareAll, 0, OpenExisting, 0, 0);

    private static void Print(nint console, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _ = WriteFile(console, bytes, bytes.Length, out _, 0);
    }

    [LibraryImport(Kernel32, EntryPoint = "CreateFileW", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
    private static partial nint CreateFile(string name, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [LibraryImport(Kernel32, SetLastError = true)]
    private static partial int WriteFile(nint file, byte[] bytes, int length, out int written, nint overlapped);

    [LibraryImport(Kernel32, EntryPoint = "ReadConsoleW", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
    private static partial int ReadConsole(nint console, [Out] char[] text, int length, out int count, nint control);
}
