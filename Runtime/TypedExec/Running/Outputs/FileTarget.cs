using TypedExec.IO;

namespace TypedExec.Running.Outputs;

/// <summary>A file that this process writes, because there are other targets or it is shared by several outputs.</summary>
internal sealed class FileTarget(Output output) : SharedTarget(output)
{
    private readonly string _path = output.Path!;
    private readonly FileMode _mode = output.IsAppending ? FileMode.Append : FileMode.Create;
    private FileStream? _file;
    private int _users;

    /// <summary>Adds one more output that goes here. The last one to end closes the file.</summary>
    public FileTarget Share()
    {
        _users++;
        return this;
    }

    protected override ValueTask TakeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => Open().WriteAsync(bytes, cancellationToken);

    protected override ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        _users--;
        // Without output, the file is created too, and empty.
        var file = Open();
        return _users == 0 ? file.DisposeAsync() : default;
    }

    // Without a buffer, because another program may be reading the file at the same time.
    private FileStream Open() => _file ??= new FileStream(_path, _mode, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
}
