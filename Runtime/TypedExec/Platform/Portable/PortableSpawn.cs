using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using TypedExec.IO;
using TypedExec.Starting;

namespace TypedExec.Platform.Portable;

/// <summary>One start of a <see cref="Process"/>: what becomes of each of its three descriptors.</summary>
internal static class PortableSpawn
{
    /// <exception cref="SpawnFailureException">It could not be started; nothing is left open or running.</exception>
    public static StartedChild Start(StartRequest request)
    {
        var program = ProgramSearch.Find(request);
        var targets = CopyTarget.OpenAll(request.Stdio);
        try
        {
            var process = Start(request, program);
            return Attach(process, request, targets);
        }
        catch
        {
            Array.ForEach(targets, static target => target?.Dispose());
            throw;
        }
    }

    private static Process Start(StartRequest request, string program)
    {
        try
        {
            return Start(request, program, request.Argv.Skip(1));
        }
        catch (Win32Exception exception) when (ErrnoOf(exception) == Errno.ENOEXEC)
        {
            // A script without "#!": execvp(3) gives it to the shell.
            return Start(request, "/bin/sh", [program, .. request.Argv.Skip(1)]);
        }
        catch (Win32Exception exception)
        {
            throw new SpawnFailureException(ErrnoOf(exception));
        }
    }

    private static Process Start(StartRequest request, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = request.Cwd is null ? "" : Path.GetFullPath(request.Cwd),
            RedirectStandardInput = !IsInherited(request.Stdio, 0),
            RedirectStandardOutput = !IsInherited(request.Stdio, 1),
            RedirectStandardError = !IsInherited(request.Stdio, 2),
        };
        start.Environment.Clear();
        foreach (var (name, value) in request.Environment.Entries)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        try
        {
            process.Start();
            return process;
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    private static int ErrnoOf(Win32Exception exception) => UnixNumbers.ErrnoFrom(exception.NativeErrorCode);

    private static bool IsInherited(IReadOnlyList<Stdio> stdio, int index)
        => stdio[index].Kind == StdioKind.Inherit || (stdio[index].Kind == StdioKind.Fd && stdio[index].Number == index);

    private static PortableChild Attach(Process process, StartRequest request, CopyTarget?[] targets)
    {
        WriteEnd? input = null;
        var outputs = new ReadEnd?[request.Stdio.Count];
        var copies = new List<Task>();
        for (var i = 0; i < request.Stdio.Count; i++)
        {
            if (IsInherited(request.Stdio, i))
            {
                continue;
            }

            var pipe = (PipeStream)(i == 0 ? process.StandardInput.BaseStream
                : i == 1 ? process.StandardOutput.BaseStream : process.StandardError.BaseStream);
            switch (request.Stdio[i].Kind)
            {
                case StdioKind.Pipe or StdioKind.Overlapped or StdioKind.Stream when i == 0:
                    input = new StreamWriteEnd(pipe);
                    break;
                case StdioKind.Pipe or StdioKind.Overlapped or StdioKind.Stream:
                    outputs[i] = new StreamReadEnd(pipe);
                    break;
                case StdioKind.Ignore or StdioKind.SameAs when i == 0:
                    pipe.Dispose();
                    break;
                case StdioKind.Ignore or StdioKind.SameAs:
                    _ = DropAsync(pipe);
                    break;
                default:
                    var copy = DescriptorCopy.Start(targets[i]!, pipe, intoChild: i == 0);
                    if (i > 0)
                    {
                        copies.Add(copy);
                    }

                    break;
            }
        }

        return new PortableChild(process, input, outputs, Task.WhenAll(copies));
    }

    private static async Task DropAsync(PipeStream pipe)
    {
        await using (pipe.ConfigureAwait(false))
        {
            try
            {
                await pipe.CopyToAsync(Stream.Null).ConfigureAwait(false);
            }
            catch (IOException)
            {
            }
        }
    }
}
