using TypedExec.IO;
using TypedExec.Platform;
using TypedExec.Telemetry;

namespace TypedExec.Children;

/// <summary>A child whose stdin, stdout and stderr are counted, because there is a listener for that.</summary>
internal sealed class CountedChild : StartedChild
{
    private readonly StartedChild _child;
    private readonly WritePipe? _stdin;
    private readonly ReadPipe?[] _outputs = new ReadPipe?[3];

    public CountedChild(StartedChild child, ChildTrace trace, int descriptors)
    {
        _child = child;
        _stdin = child.Input(0) is { } stdin ? new CountingWritePipe(stdin, trace) : null;
        for (var i = 0; i < Math.Min(descriptors, _outputs.Length); i++)
        {
            // A terminal has both directions at 0.
            _outputs[i] = child.Output(i) is { } output ? new CountingReadPipe(output, trace, Math.Max(i, 1)) : null;
        }
    }

    public override int Pid => _child.Pid;

    public override bool HasGroupMembers => _child.HasGroupMembers;

    public override WritePipe? Input(int index) => index == 0 ? _stdin : _child.Input(index);

    public override ReadPipe? Output(int index) => index < _outputs.Length ? _outputs[index] : _child.Output(index);

    public override void WatchExit(Action<ExitStatus> exited) => _child.WatchExit(exited);

    public override void WatchGuard(Action<Exception> lost) => _child.WatchGuard(lost);

    public override int Kill(Signal signal, bool group) => _child.Kill(signal, group);

    public override void Resize(TerminalSize size) => _child.Resize(size);

    public override Task EndTerminalInputAsync(Stream input, bool isAtLineStart, CancellationToken childEnded)
        => _child.EndTerminalInputAsync(input, isAtLineStart, childEnded);

    public override void Release() => _child.Release();

    public override void Release(Action released) => _child.Release(released);
}
