using TypedExec.IO;

namespace TypedExec.Running.Outputs;

/// <summary>A file that this process writes, because there are other targets or it is shared by several outputs.</summary>
internal sealed class FileTarget(Output output) : SharedTarget(output)
{
    private readonly string _path = output.Path!;
    private FileMode _mode = output.IsAppending ? FileMode.Append : FileMode.Create;
    private FileStream? _file;
    private int _users;

    /// <summary>Adds one more output that goes here.</summary>
    /// <remarks>
    /// The last one to end closes the file. An output that ends before the next is added closes it too, and the next one opens
    /// it again, to append.
    /// </remarks>
    public FileTarget Share()
    {
        Interlocked.Increment(ref _users);
        return this;
    }

    protected override ValueTask TakeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => Open().WriteAsync(bytes, cancellationToken);

    protected override ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        // Without output, the file is created too, and empty.
        var file = Open();
        if (Interlocked.Decrement(ref _users) > 0)
        {
            return default;
        }

        _file = null;
        return file.DisposeAsync();
    }

    private FileStream Open()
    {
        if (_file is null)
        {
            // Without a buffer, because another program may be reading the file at the same time.
            _file = new FileStream(_path, _mode, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
            _mode = FileMode.Append;
        }

        return _file;
    }
}
