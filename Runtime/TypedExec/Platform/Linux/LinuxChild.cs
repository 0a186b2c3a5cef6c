using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec.Platform.Linux;

/// <summary>A child of posix_spawn with the parent's ends of its pipes.</summary>
internal sealed class LinuxChild : StartedChild
{
    private readonly ExitWatch _exit;
    private readonly WritePipe?[] _inputs;
    private readonly ReadPipe?[] _outputs;

    public LinuxChild(ExitWatch exit, StartRequest request, ChildDescriptors descriptors)
    {
        _exit = exit;
        var stdio = request.Stdio;
        _inputs = new WritePipe?[stdio.Count];
        _outputs = new ReadPipe?[stdio.Count];
        for (var i = 0; i < stdio.Count; i++)
        {
            if (descriptors.TakeParentEnd(i) is >= 0 and var descriptor)
            {
                Attach(i, descriptor, stdio[i].Kind);
            }
        }
    }

    public override int Pid => _exit.Pid;

    public override WritePipe? Input(int index) => _inputs[index];

    public override ReadPipe? Output(int index) => _outputs[index];

    public override void WatchExit(Action<ExitStatus> exited) => _exit.Watch(exited);

    public override int Kill(Signal signal, bool group) => _exit.Kill(signal, group);

    public override bool HasGroupMembers => _exit.HasGroupMembers;

    public override void Resize(TerminalSize size)
    {
        if (_outputs[0] is LinuxReadPipe master)
        {
            master.Use(descriptor => _ = PseudoTerminal.Resize(descriptor, size));
        }
    }

    public override void Release() => _exit.Release();

    public override void Release(Action released) => _exit.Release(released);

    private void Attach(int index, int descriptor, StdioKind kind)
    {
        if (index > 2 || kind == StdioKind.Ipc)
        {
            (_outputs[index], _inputs[index]) = SocketPipes.Of(descriptor);
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
