using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Platform;
using TypedExec.Platform.Managed;
using TypedExec.Platform.Portable;
using TypedExec.Requests;

namespace TypedExec.Testing.Streams;

/// <summary>The descriptors of a fake child: its own ends, and the parent's ends of its pipes.</summary>
internal sealed class FakeDescriptors : IDisposable
{
    private readonly Stream[] _own;
    private readonly WritePipe?[] _inputs;
    private readonly ReadPipe?[] _outputs;
    private readonly Action<ReadOnlySpan<byte>> _input;

    private FakeDescriptors(int count, Action<ReadOnlySpan<byte>> input)
    {
        _own = new Stream[count];
        Array.Fill(_own, Stream.Null);
        _inputs = new WritePipe?[count];
        _outputs = new ReadPipe?[count];
        _input = input;
    }

    /// <summary>Gets the number of descriptors.</summary>
    public int Count => _own.Length;

    /// <summary>Gets the child's own end, or <see cref="Stream.Null"/> if it has none.</summary>
    public Stream this[int descriptor] => descriptor < _own.Length ? _own[descriptor] : Stream.Null;

    /// <summary>Opens the descriptors of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="input">Called with the input that the child is given on stdin.</param>
    /// <exception cref="SpawnFailureException">A file can't be opened; nothing is left open.</exception>
    public static FakeDescriptors Open(StartRequest request, Action<ReadOnlySpan<byte>> input)
    {
        var descriptors = new FakeDescriptors(request.Stdio.Count, input);
        try
        {
            for (var i = 0; i < request.Stdio.Count; i++)
            {
                if ((i == 0 && request.IsStdinLinked) || (i == 1 && request.IsStdoutLinked))
                {
                    descriptors.OpenLink(i, (SafeHandle)request.Stdio[i].Target!);
                }
                else
                {
                    descriptors.Open(i, request.Stdio[i]);
                }
            }

            for (var i = 0; i < request.Stdio.Count; i++)
            {
                if (request.Stdio[i].Kind == StdioKind.SameAs)
                {
                    descriptors._own[i] = descriptors[request.Stdio[i].Number];
                }
            }

            return descriptors;
        }
        catch
        {
            descriptors.Dispose();
            throw;
        }
    }

    public WritePipe? Input(int index) => _inputs[index];

    public ReadPipe? Output(int index) => _outputs[index];

    /// <summary>Closes the child's ends, as its exit does.</summary>
    public void Dispose()
    {
        foreach (var stream in _own)
        {
            stream.Dispose();
        }
    }

    private void Open(int index, Stdio entry)
    {
        switch (entry.Kind)
        {
            case StdioKind.Terminal when index == 0:
                OpenBoth(0);
                break;
            case StdioKind.Terminal:
                _own[index] = _own[0];
                break;
            case StdioKind.Ipc:
                OpenBoth(index);
                break;
            case StdioKind.Pipe or StdioKind.Overlapped when index > 2:
                OpenBoth(index);
                break;
            case StdioKind.Pipe or StdioKind.Overlapped or StdioKind.Stream when index == 0:
                var stdin = new MemoryPipe(_input);
                _inputs[0] = new StreamWritePipe(new PipeWriteStream(stdin));
                _own[0] = new PipeReadStream(stdin);
                break;
            case StdioKind.Pipe or StdioKind.Overlapped or StdioKind.Stream:
                var output = new MemoryPipe();
                _outputs[index] = new StreamReadPipe(new PipeReadStream(output));
                _own[index] = new PipeWriteStream(output);
                break;
            case StdioKind.Ignore or StdioKind.SameAs:
                break;
            default:
                var own = OpenOwn(index, entry);
                _own[index] = index == 0 ? new ObservedStream(own, _input) : own;
                break;
        }
    }

    private void OpenLink(int index, SafeHandle handle)
        => _own[index] = index == 0 ? new ObservedStream(PipelineLink.OpenReading(OpenHandle(handle)), _input) : PipelineLink.OpenWriting(OpenHandle(handle));

    private void OpenBoth(int index)
    {
        var into = new MemoryPipe(index == 0 ? _input : null);
        var outOf = new MemoryPipe();
        _inputs[index] = new StreamWritePipe(new PipeWriteStream(into));
        _outputs[index] = new StreamReadPipe(new PipeReadStream(outOf));
        _own[index] = new DuplexStream(new PipeReadStream(into), new PipeWriteStream(outOf));
    }

    /// <summary>Opens an entry other than a pipe or the null device.</summary>
    /// <exception cref="SpawnFailureException">A file can't be opened.</exception>
    public static Stream OpenOwn(int index, Stdio entry) => entry.Kind switch
    {
        StdioKind.Inherit => OpenInherited(index),
        StdioKind.Fd when entry.Number <= 2 && OperatingSystem.IsWindows() => OpenInherited(entry.Number),
        StdioKind.Fd => OpenHandle(new SafeFileHandle(entry.Number, ownsHandle: false)),
        StdioKind.Handle => OpenHandle((SafeHandle)entry.Target!),
        StdioKind.File => OpenFile(entry),
        _ => Stream.Null,
    };

    private static Stream OpenInherited(int descriptor) => descriptor switch
    {
        0 => Console.OpenStandardInput(),
        1 => Console.OpenStandardOutput(),
        2 => Console.OpenStandardError(),
        _ => OpenHandle(new SafeFileHandle(descriptor, ownsHandle: false)),
    };

    private static Stream OpenHandle(SafeHandle handle)
        => OperatingSystem.IsWindows()
            ? new FileStream(new SafeFileHandle(handle.DangerousGetHandle(), ownsHandle: false), FileAccess.ReadWrite, bufferSize: 0)
            : new DescriptorStream(handle);

    private static FileStream OpenFile(Stdio entry)
    {
        var path = (string)entry.Target!;
        try
        {
            return new FileStream(path, entry.FileMode, entry.FileAccess, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SpawnFailureException(ErrnoOfException.From(exception), "open", path);
        }
    }
}
