using TypedExec.Events;
using TypedExec.IO;
using TypedExec.Children;
using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec.Tests.Events;

/// <summary>The child's exit and the end of its last output, which different threads detect at the same moment.</summary>
public sealed class LastOutputTests
{
    [Fact]
    public void An_output_that_ends_while_the_exit_is_being_reported_does_not_let_Closed_overtake_it()
    {
        var started = new ScriptedChild();
        var events = new Recorder();
        var request = RequestFactory.Create(
            Invocation.From(new Executable("program"), []), new RunOptions(new SpawnOptions()), new SpawnOnlyOptions([Stdio.Ignore, Stdio.Pipe, Stdio.Ignore]));
        var streams = new ChildStreams(request, null, new EventQueue(), new OutputObserver(), new OutputGroup(0));
        var lifetime = new ChildLifetime(request, started, streams, null, events);
        events.WhileExiting = lifetime.OnOutputEnded;
        lifetime.Watch();

        started.Exited!(new ExitStatus(0, null));

        Assert.Equal(["exiting", "exit", "close"], events.Log);
    }

    private sealed class Recorder : ILifetimeEvents
    {
        public List<string> Log { get; } = [];

        public Action? WhileExiting { get; set; }

        public void OnError(Exception exception) => Log.Add("error");

        public void OnExited(ExitStatus status)
        {
            Log.Add("exiting");
            WhileExiting!();
            Log.Add("exit");
        }

        public void OnClosed(ExitStatus status) => Log.Add("close");

        public void OnAbandoned(Exception refusal) => Log.Add("abandoned");
    }

    private sealed class ScriptedChild : StartedChild
    {
        public Action<ExitStatus>? Exited { get; private set; }

        public override int Pid => 1;

        public override WritePipe? Input(int index) => null;

        public override ReadPipe? Output(int index) => null;

        public override void WatchExit(Action<ExitStatus> exited) => Exited = exited;

        public override int Kill(Signal signal, bool group) => 0;

        public override void Release()
        {
        }
    }
}
