using TypedExec.IO;

namespace TypedExec.Platform.Linux;

/// <summary>A child of posix_spawn, with the parent's ends of its pipes.</summary>
internal sealed class LinuxChild(ExitWatch exit, ParentPipes pipes) : StartedChild
{
    public override int Pid => exit.Pid;

    public override WritePipe? Input(int index) => pipes.Input(index);

    public override ReadPipe? Output(int index) => pipes.Output(index);

    public override void WatchExit(Action<ExitStatus> exited) => exit.Watch(exited);

    public override void WatchGuard(Action<Exception> lost) => exit.WatchGuard(lost);

    public override int Kill(Signal signal, bool group) => exit.Kill(signal, group);

    public override bool HasGroupMembers => exit.HasGroupMembers;

    public override void Release() => exit.Release();

    public override void Release(Action released) => exit.Release(released);

    public override Task EndTerminalInputAsync(Stream input, bool isAtLineStart, CancellationToken childEnded)
        => pipes.Output(0) is LinuxReadPipe master ? TerminalEnd.HoldAsync(master, input, isAtLineStart, childEnded) : Task.CompletedTask;

    public override void Resize(TerminalSize size)
    {
        if (pipes.Output(0) is LinuxReadPipe master)
        {
            master.Use(descriptor => _ = PseudoTerminal.Resize(descriptor, size));
        }
    }
}
