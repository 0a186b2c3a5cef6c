using System.Runtime.InteropServices;
using System.Text;

namespace TypedExec.Platform.Linux;

/// <summary>A NULL-terminated array of NUL-terminated UTF-8 strings in one native block: an argv or envp.</summary>
internal readonly unsafe ref struct CStringArray : IDisposable
{
    private CStringArray(byte** pointer) => Pointer = pointer;

    public byte** Pointer { get; }

    public static CStringArray From(IReadOnlyList<string> items)
    {
        var size = 0;
        for (var i = 0; i < items.Count; i++)
        {
            size += Encoding.UTF8.GetByteCount(items[i]) + 1;
        }

        var writer = new Writer(items.Count, size);
        for (var i = 0; i < items.Count; i++)
        {
            writer.Append(items[i]);
            writer.End();
        }

        return new CStringArray(writer.Finish());
    }

    /// <summary>Creates an array of the entries as <c>key=value</c>.</summary>
    public static CStringArray From(Dictionary<string, string> entries)
    {
        var size = 0;
        foreach (var (key, value) in entries)
        {
            size += Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value) + 2;
        }

        var writer = new Writer(entries.Count, size);
        foreach (var (key, value) in entries)
        {
            writer.Append(key);
            writer.Append("=");
            writer.Append(value);
            writer.End();
        }

        return new CStringArray(writer.Finish());
    }

    public void Dispose() => NativeMemory.Free(Pointer);

    /// <summary>Fills the block: the table of pointers first, followed by the texts.</summary>
    private ref struct Writer
    {
        private readonly byte** _table;
        private byte* _start;
        private byte* _next;
        private readonly byte* _end;
        private int _count;

        public Writer(int count, int bytes)
        {
            var tableSize = (nuint)(count + 1) * (nuint)sizeof(byte*);
            _table = (byte**)NativeMemory.Alloc(tableSize + (nuint)bytes);
            _start = _next = (byte*)_table + tableSize;
            _end = _next + bytes;
        }

        public void Append(string text) => _next += Encoding.UTF8.GetBytes(text, new Span<byte>(_next, (int)(_end - _next)));

        public void End()
        {
            *_next++ = 0;
            _table[_count++] = _start;
            _start = _next;
        }

        public readonly byte** Finish()
        {
            _table[_count] = null;
            return _table;
        }
    }
}
