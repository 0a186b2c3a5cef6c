using System.Runtime.InteropServices;
using System.Text;

namespace TypedExec.Platform.Linux;

/// <summary>One NUL-terminated UTF-8 string in native memory.</summary>
internal readonly unsafe ref struct CString : IDisposable
{
    public CString(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Pointer = (byte*)NativeMemory.Alloc((nuint)length + 1);
        _ = Encoding.UTF8.GetBytes(text, new Span<byte>(Pointer, length));
        Pointer[length] = 0;
    }

    public byte* Pointer { get; }

    public void Dispose() => NativeMemory.Free(Pointer);
}
