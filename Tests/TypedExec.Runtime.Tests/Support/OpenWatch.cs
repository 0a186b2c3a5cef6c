using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TypedExec.Tests.Support;

/// <summary>
/// Counts how often a file is opened, with inotify(7): every attempt to execute it counts, even a rejected one.
/// </summary>
internal sealed partial class OpenWatch : IDisposable
{
    private const int IN_NONBLOCK = 0x800;
    private const int IN_CLOEXEC = 0x80000;
    private const uint IN_OPEN = 0x20;

    /// <summary>An event of a file, which isn't followed by a name.</summary>
    private const int EventSize = 16;

    private readonly SafeFileHandle _inotify;

    public OpenWatch(string path)
    {
        _inotify = new SafeFileHandle(Create(IN_NONBLOCK | IN_CLOEXEC), ownsHandle: true);
        Assert.True(Add(_inotify, path, IN_OPEN) > 0, "inotify refuses to watch");
    }

    /// <summary>Gets how often it was opened at least: events between two polls count once.</summary>
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
