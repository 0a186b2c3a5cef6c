using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Platform;
using TypedExec.Requests;
using TypedExec.Testing.Rules;

namespace TypedExec.Testing.Fakes;

/// <summary>The backend of a call flow with fakes: it answers commands by rules or passes them on.</summary>
/// <param name="outer">Runs the commands that this backend doesn't answer.</param>
/// <param name="time">The clock, or null for that of <paramref name="outer"/>.</param>
internal sealed class FakeBackend(IProcessBackend outer, TimeProvider? time) : IProcessBackend
{
    private readonly Lock _gate = new();
    private readonly List<CommandRule> _rules = [];
    private readonly List<FakeCall> _calls = [];
    private readonly List<FakeProcess> _running = [];
    private bool _isDisposed;

    public bool PassThrough { get; set; }

    public TimeProvider Time { get; set; } = time ?? outer.Time;

    public IReadOnlyList<FakeCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    public CommandRule Add(CallMatch match)
    {
        var rule = new CommandRule(match);
        lock (_gate)
        {
            _rules.Add(rule);
        }

        return rule;
    }

    /// <exception cref="NotFakedException">No rule matches the command. Nothing of its pipeline was started either.</exception>
    public void Check(StartRequest request)
    {
        if (IsOuter(request, out _))
        {
            outer.Check(request);
        }
    }

    public StartedChild Start(StartRequest request)
    {
        if (IsOuter(request, out var rule))
        {
            Note(new FakeCall(request) { IsPassedThrough = true });
            return outer.Start(request);
        }

        var call = new FakeCall(request);
        Note(call);
        var behavior = rule.Next();
        if (behavior.StartFailure is { } failure)
        {
            throw new SpawnFailureException(failure.Errno, failure.Syscall, failure.Path, failure.Hint);
        }

        var fake = FakeStart.Begin(call, behavior, Time, Forget);
        bool isLate;
        lock (_gate)
        {
            _running.Add(fake);
            isLate = _isDisposed;
        }

        if (isLate)
        {
            fake.Kill(Signal.SIGKILL, group: false);
        }

        if (fake.HasEnded)
        {
            // It may have ended before it was registered.
            Forget(fake);
        }

        return fake;
    }

    public (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe() => outer.OpenPipe();

    public (ReadPipe Output, WritePipe Input)? OpenChannel(int descriptor) => outer.OpenChannel(descriptor);

    /// <summary>
    /// Passes everything that this flow starts from now on to the outer backend, and kills what is running. Returns false if it
    /// was already disposed.
    /// </summary>
    public bool Dispose()
    {
        FakeProcess[] running;
        lock (_gate)
        {
            if (_isDisposed)
            {
                return false;
            }

            _isDisposed = true;
            running = [.. _running];
        }

        foreach (var fake in running)
        {
            fake.Kill(Signal.SIGKILL, group: false);
        }

        return true;
    }

    /// <summary>Returns whether the outer backend answers a request.</summary>
    /// <exception cref="NotFakedException">No backend answers it.</exception>
    private bool IsOuter(StartRequest request, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out CommandRule? rule)
    {
        CommandRule[] rules;
        lock (_gate)
        {
            rules = _isDisposed ? [] : [.. _rules];
            rule = null;
            if (_isDisposed)
            {
                return true;
            }
        }

        // The conditions are user code, so they don't run under the lock.
        var call = new FakeCall(request);
        rule = Array.FindLast(rules, candidate => candidate.Match.Matches(call));
        return rule is null && (PassThrough ? true : throw new NotFakedException(
            call.CommandLine,
            Nearest(rules, call),
            "Add a When for it, or set PassThrough to run commands that no rule matches."));
    }

    private static string[] Nearest(CommandRule[] rules, FakeCall call) =>
    [
        .. rules.Select(rule => (Rule: rule, Likeness: rule.Match.Likeness(call)))
            .OrderByDescending(static entry => entry.Likeness)
            .Select(static entry => entry.Rule.Match.Description),
    ];

    private void Note(FakeCall call)
    {
        lock (_gate)
        {
            _calls.Add(call);
        }
    }

    private void Forget(FakeProcess fake)
    {
        lock (_gate)
        {
            _running.Remove(fake);
        }
    }
}
