using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using TypedExec.IO;
using TypedExec.Platform.Managed;
using TypedExec.Requests;

namespace TypedExec.Platform.Portable;

/// <summary>One start of a <see cref="Process"/>: what each of its three descriptors is connected to.</summary>
internal static class PortableSpawn
{
    private static readonly Lock Gate = new();

    /// <exception cref="SpawnFailureException">The child couldn't be started; nothing is left open or running.</exception>
    public static StartedChild Start(StartRequest request)
    {
        var program = ProgramSearch.Find(request);
        var targets = CopyEndpoint.OpenAll(request.Stdio);
        try
        {
            // One at a time, so that no other child inherits a channel. Other children of the application could: their copy is
            // never read, and the child's end is seen without it.
            lock (Gate)
            {
                using var channel = request.IpcIndex is null ? null : ChannelSocket.Open();
                var process = Start(request, program, channel);
                return Attach(process, request, targets, channel);
            }
        }
        catch
        {
            Array.ForEach(targets, static target => target?.Dispose());
            throw;
        }
    }

    private static Process Start(StartRequest request, string program, ChannelSocket? channel)
    {
        try
        {
            return Start(request, program, request.Argv.Skip(1), channel);
        }
        catch (Win32Exception exception) when (ErrnoOf(exception) == Errno.ENOEXEC)
        {
            // A script without "#!": execvp(3) passes it to the shell.
            return Start(request, "/bin/sh", [program, .. request.Argv.Skip(1)], channel);
        }
        catch (Win32Exception exception)
        {
            throw new SpawnFailureException(ErrnoOf(exception));
        }
    }

    private static Process Start(StartRequest request, string program, IEnumerable<string> arguments, ChannelSocket? channel)
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

        if (channel is not null)
        {
            start.Environment[ChannelVariables.Descriptor] = channel.ChildDescriptor.ToString(CultureInfo.InvariantCulture);
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

    private static int ErrnoOf(Win32Exception exception) => BsdNumbers.ErrnoFrom(exception.NativeErrorCode);

    private static bool IsInherited(IReadOnlyList<Stdio> stdio, int index)
        => stdio[index].Kind == StdioKind.Inherit || (stdio[index].Kind == StdioKind.Fd && stdio[index].Number == index);

    private static PortableChild Attach(Process process, StartRequest request, CopyEndpoint?[] targets, ChannelSocket? channel)
    {
        var inputs = new WritePipe?[request.Stdio.Count];
        var outputs = new ReadPipe?[request.Stdio.Count];
        var copies = new List<DescriptorCopy>();
        for (var i = 0; i < request.Stdio.Count; i++)
        {
            if (IsInherited(request.Stdio, i))
            {
                continue;
            }

            if (i == request.IpcIndex)
            {
                (outputs[i], inputs[i]) = channel!.TakeParentEnds();
                continue;
            }

            var pipe = (PipeStream)(i == 0 ? process.StandardInput.BaseStream
                : i == 1 ? process.StandardOutput.BaseStream : process.StandardError.BaseStream);
            switch (request.Stdio[i].Kind)
            {
                case StdioKind.Pipe or StdioKind.Overlapped or StdioKind.Stream when i == 0:
                    inputs[0] = new StreamWritePipe(pipe);
                    break;
                case StdioKind.Pipe or StdioKind.Overlapped or StdioKind.Stream:
                    outputs[i] = new StreamReadPipe(pipe);
                    break;
                case StdioKind.Ignore or StdioKind.SameAs when i == 0:
                    pipe.Dispose();
                    break;
                case StdioKind.Ignore or StdioKind.SameAs:
                    _ = DropAsync(pipe);
                    break;
                default:
                    var copy = new DescriptorCopy(targets[i]!, pipe, intoChild: i == 0);
                    if (i > 0)
                    {
                        copies.Add(copy);
                    }

                    break;
            }
        }

        return new PortableChild(process, inputs, outputs, copies);
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
