using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec.Platform.Linux;

/// <summary>The parent's ends of a child's pipes and sockets, indexed like its stdio.</summary>
internal sealed class ParentPipes
{
    private readonly WritePipe?[] _inputs;
    private readonly ReadPipe?[] _outputs;

    /// <exception cref="SpawnFailureException">There is no descriptor left; nothing is left open.</exception>
    public ParentPipes(IReadOnlyList<Stdio> stdio, ChildDescriptors descriptors)
    {
        _inputs = new WritePipe?[stdio.Count];
        _outputs = new ReadPipe?[stdio.Count];
        try
        {
            for (var i = 0; i < stdio.Count; i++)
            {
                if (descriptors.TakeParentEnd(i) is >= 0 and var descriptor)
                {
                    Attach(i, descriptor, stdio[i].Kind);
                }
            }
        }
        catch
        {
            Close();
            descriptors.CloseParentEnds();
            throw;
        }
    }

    public WritePipe? Input(int index) => _inputs[index];

    public ReadPipe? Output(int index) => _outputs[index];

    /// <summary>Closes all of them, for a child that couldn't be started.</summary>
    public void Close()
    {
        foreach (var input in _inputs)
        {
            input?.Close();
        }

        foreach (var output in _outputs)
        {
            output?.Close();
        }
    }

    private void Attach(int index, int descriptor, StdioKind kind)
    {
        if (index > 2 || kind == StdioKind.Ipc)
        {
            (_outputs[index], _inputs[index]) = SocketPipes.Create(descriptor);
        }
        else if (kind == StdioKind.Terminal)
        {
            (_outputs[index], _inputs[index]) = TerminalPipes.Create(descriptor);
        }
        else if (index == 0)
        {
            _inputs[0] = new LinuxWritePipe(descriptor, isSocket: false);
        }
        else
        {
            _outputs[index] = new LinuxReadPipe(descriptor);
        }
    }
}
