using TypedExec.Platform;
using TypedExec.Testing.Fakes;
using TypedExec.Testing.Rules;

namespace TypedExec.Testing;

/// <summary>
/// Fakes for commands: <c>await using var fake = new FakeCommands();</c>. From there on the commands that this call flow runs are answered
/// by its rules, whichever method runs them: async and sync calls, pipelines, forks, typed methods.
/// </summary>
/// <remarks>
/// <para>"This flow" is that of an <see cref="AsyncLocal{T}"/>: what the test awaits and starts, and the handlers of its children's events,
/// but no other test. Make the fake in the test's own method; one that is made in an async method that the test awaits is gone when that
/// method returns. Disposal takes it out again and kills the fakes that still run.</para>
/// <para>Where several rules match, the last one said decides. A command that no rule matches throws <see cref="NotFakedException"/>.</para>
/// </remarks>
public sealed class FakeCommands : IAsyncDisposable, IDisposable
{
    private readonly IProcessBackend? _former;
    private readonly FakeBackend _backend;

    /// <summary>Puts fakes in for this call flow.</summary>
    /// <param name="timeProvider">
    /// The clock of the fakes: <c>Timeout</c> and <c>ForceKillAfter</c> of the commands, and <see cref="FakeChild.DelayAsync"/>. Default: the
    /// system's. With the FakeTimeProvider of Microsoft.Extensions.TimeProvider.Testing an hour passes at once.
    /// </param>
    public FakeCommands(TimeProvider? timeProvider = null)
    {
        _former = Backend.Replacement;
        _backend = new FakeBackend(_former ?? Backend.Platform, timeProvider);
        Backend.Replace(_backend);
    }

    /// <summary>
    /// The clock of the fakes: <c>Timeout</c> and <c>ForceKillAfter</c> of the commands that are run from now on, and
    /// <see cref="FakeChild.DelayAsync"/>.
    /// </summary>
    public TimeProvider TimeProvider
    {
        get => _backend.Time;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _backend.Time = value;
        }
    }

    /// <summary>Whether a command that no rule matches is run for real. Default: false, it throws.</summary>
    public bool PassThrough
    {
        get => _backend.PassThrough;
        set => _backend.PassThrough = value;
    }

    /// <summary>What was run by now, in order, what could not be started or was passed through included.</summary>
    public IReadOnlyList<FakeCall> Calls => _backend.Calls;

    /// <summary>A rule for the commands of a class: <c>fake.When&lt;Git.Clone&gt;(c => c.Depth == 1)</c>.</summary>
    /// <remarks>
    /// It sees the command through <c>WithOptions</c>, <c>WithFileName</c> and <c>AppendArguments</c>. The static forms, which take an array,
    /// have no typed command: a rule by name is for them.
    /// </remarks>
    /// <param name="condition">What has to hold for the command. Default: nothing.</param>
    /// <typeparam name="T">The class, or an interface or base class of such.</typeparam>
    public CommandRule When<T>(Func<T, bool>? condition = null)
        where T : class, ICommand
        => _backend.Add(new TypedMatch<T>(condition));

    /// <summary>A rule for a program and its arguments: <c>fake.When("docker", "ps", Any.Rest)</c>.</summary>
    /// <param name="fileName">The program. A name is matched by a path to such a program too.</param>
    /// <param name="arguments">
    /// The arguments, as the program gets them: texts, or what <see cref="Any"/> leaves open. None: whatever they are.
    /// </param>
    /// <exception cref="ArgumentException">An argument follows <see cref="Any.Rest"/>.</exception>
    public CommandRule When(string fileName, params ReadOnlySpan<ArgumentMatcher> arguments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        return _backend.Add(new NameMatch(fileName, arguments));
    }

    /// <summary>A rule for calls that any condition holds for: on their working directory, their environment …</summary>
    /// <param name="condition">The condition. It may be asked more than once for a call.</param>
    public CommandRule When(Func<FakeCall, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return _backend.Add(new ConditionMatch(condition));
    }

    /// <summary>Takes the fakes out of this call flow, and kills those that still run.</summary>
    public void Dispose()
    {
        if (_backend.Dispose() && Backend.Replacement == _backend)
        {
            Backend.Replace(_former);
        }
    }

    /// <summary>The same. It is done when the call returns, as what an async method sets of its flow ends with it.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
