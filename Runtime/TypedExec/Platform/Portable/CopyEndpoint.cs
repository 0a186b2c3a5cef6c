using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using TypedExec.Requests;

namespace TypedExec.Platform.Portable;

/// <summary>A file, handle or descriptor in stdio, kept open as long as this process copies between it and the child.</summary>
internal sealed class CopyEndpoint : IDisposable
{
    private readonly SafeHandle _handle;
    private readonly bool _isOwned;
    private readonly bool _isReferenced;

    private CopyEndpoint(SafeHandle handle, bool isOwned, bool appends = false)
    {
        // The reference outlives a Dispose by the handle's owner, who may have finished with it as soon as the child has started.
        handle.DangerousAddRef(ref _isReferenced);
        _handle = handle;
        _isOwned = isOwned;
        Appends = appends;
        Descriptor = (int)handle.DangerousGetHandle();
    }

    public int Descriptor { get; }

    /// <summary>Gets whether every write goes to the end of the file.</summary>
    public bool Appends { get; }

    /// <summary>Opens what has to be copied to or from, indexed like stdio.</summary>
    /// <exception cref="SpawnFailureException">A file can't be opened; nothing is left open.</exception>
    public static CopyEndpoint?[] OpenAll(IReadOnlyList<Stdio> stdio)
    {
        var targets = new CopyEndpoint?[stdio.Count];
        try
        {
            for (var i = 0; i < targets.Length; i++)
            {
                targets[i] = stdio[i].Kind switch
                {
                    StdioKind.File => Open(stdio[i]),
                    StdioKind.Handle => new CopyEndpoint((SafeHandle)stdio[i].Target!, isOwned: false),
                    StdioKind.Fd when stdio[i].Number != i => Duplicate(stdio[i].Number),
                    _ => null,
                };
            }

            return targets;
        }
        catch
        {
            Array.ForEach(targets, static target => target?.Dispose());
            throw;
        }
    }

    public void Dispose()
    {
        if (_isReferenced)
        {
            _handle.DangerousRelease();
        }

        if (_isOwned)
        {
            _handle.Dispose();
        }
    }

    private static CopyEndpoint Duplicate(int descriptor)
    {
        var copy = UnixCalls.Duplicate(descriptor);
        if (copy < 0)
        {
            throw new SpawnFailureException(UnixCalls.LastErrno);
        }

        _ = UnixCalls.IoControl(copy, UnixCalls.CloseOnExec);
        return new CopyEndpoint(new SafeFileHandle(copy, ownsHandle: true), isOwned: true);
    }

    private static CopyEndpoint Open(Stdio entry)
    {
        var path = (string)entry.Target!;
        try
        {
            var handle = File.OpenHandle(path, entry.FileMode, entry.FileAccess, FileShare.ReadWrite | FileShare.Delete);
            return new CopyEndpoint(handle, isOwned: true, entry.FileMode == FileMode.Append);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SpawnFailureException(ErrnoOfException.From(exception), "open", path);
        }
    }
}
