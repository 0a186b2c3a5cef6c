using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TypedExec.Tests.Support;

/// <summary>Counts how often a file is opened, by inotify(7): an attempt to execute it counts, one that is refused too.</summary>
internal sealed partial class OpenWatch : IDisposable
{
    private const int IN_NONBLOCK = 0x800;
    private const int IN_CLOEXEC = 0x80000;
    private const uint IN_OPEN = 0x20;

    /// <summary>An event of a file, which has no name behind it.</summary>
    private const int EventSize = 16;

    private readonly SafeFileHandle _inotify;

    public OpenWatch(string path)
    {
        _inotify = new SafeFileHandle(Create(IN_NONBLOCK | IN_CLOEXEC), ownsHandle: true);
        Assert.True(Add(_inotify, path, IN_OPEN) > 0, "inotify refuses to watch");
    }

    /// <summary>How often it was opened at the least: what came between two looks counts once.</summary>
    public int Count
    {
        get
        {
            var events = new byte[64 * EventSize];
            field += (int)Math.Max(0, Read(_inotify, events, events.Length)) / EventSize;
            return field;
        }
    }

    public void Dispose() => _inotify.Dispose();

    [LibraryImport("libc", EntryPoint = "inotify_init1")]
    private static partial int Create(int flags);

    [LibraryImport("libc", EntryPoint = "inotify_add_watch", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Add(SafeFileHandle inotify, string path, uint mask);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(SafeFileHandle inotify, [Out] byte[] buffer, nint size);
}
