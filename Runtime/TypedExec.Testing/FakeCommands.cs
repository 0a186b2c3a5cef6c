using TypedExec.Platform;
using TypedExec.Testing.Fakes;
using TypedExec.Testing.Rules;

namespace TypedExec.Testing;

/// <summary>
/// Replaces commands with fakes: after <c>await using var fake = new FakeCommands();</c>, rules answer the commands that this
/// call flow runs, whichever method runs them.
/// </summary>
/// <remarks>
/// <para>Rules apply to asynchronous and synchronous calls, pipelines, forks and typed methods.</para>
/// <para>The call flow is that of an <see cref="AsyncLocal{T}"/>: it includes everything that the test awaits and starts, and the
/// event handlers of its children, but no other test. Create the fake in the test method itself; one that is created in an async
/// method that the test awaits ends when that method returns. Disposal removes the fake and kills the fake children that are
/// still running.</para>
/// <para>If several rules match, the last one wins. A command that no rule matches throws <see cref="NotFakedException"/>.</para>
/// </remarks>
public sealed class FakeCommands : IAsyncDisposable, IDisposable
{
    private readonly IProcessBackend? _former;
    private readonly FakeBackend _backend;

    /// <summary>Initializes fakes for the current call flow.</summary>
    /// <param name="timeProvider">The clock of the fakes, used for <c>Timeout</c> and <c>ForceKillAfter</c> of the commands and
    /// for <see cref="FakeChild.DelayAsync"/>. The default is the system's clock. With FakeTimeProvider from
    /// Microsoft.Extensions.TimeProvider.Testing, an hour passes instantly.</param>
    public FakeCommands(TimeProvider? timeProvider = null)
    {
        _former = Backend.Replacement;
        _backend = new FakeBackend(_former ?? Backend.Platform, timeProvider);
        Backend.Replace(_backend);
    }

    /// <summary>
    /// Gets or sets the clock of the fakes, used for <c>Timeout</c> and <c>ForceKillAfter</c> of commands that are run from now
    /// on, and for <see cref="FakeChild.DelayAsync"/>.
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

    /// <summary>
    /// Gets or sets a value that indicates whether a command that no rule matches is run for real. The default is false: it
    /// throws.
    /// </summary>
    public bool PassThrough
    {
        get => _backend.PassThrough;
        set => _backend.PassThrough = value;
    }

    /// <summary>
    /// Gets the commands that have been run so far, in order, including those that couldn't be started or were passed through.
    /// </summary>
    public IReadOnlyList<FakeCall> Calls => _backend.Calls;

    /// <summary>Adds a rule for the commands of a class: <c>fake.When&lt;Git.Clone&gt;(c => c.Depth == 1)</c>.</summary>
    /// <remarks>
    /// The rule also matches commands changed by <c>WithOptions</c>, <c>WithFileName</c> and <c>AppendArguments</c>. The static
    /// methods, which take an array, have no typed command; use a rule by name for them.
    /// </remarks>
    /// <param name="condition">A condition on the command. By default, all commands of the class match.</param>
    /// <typeparam name="T">The command class, or an interface or base class of command classes.</typeparam>
    public CommandRule When<T>(Func<T, bool>? condition = null)
        where T : class, ICommand
        => _backend.Add(new TypedMatch<T>(condition));

    /// <summary>Adds a rule for a program and its arguments: <c>fake.When("docker", "ps", Any.Rest)</c>.</summary>
    /// <param name="fileName">The program. A name also matches a path to a program of that name.</param>
    /// <param name="arguments">The arguments, as the program gets them: strings, or the placeholders of <see cref="Any"/>. If
    /// there are none, any arguments match.
    /// </param>
    /// <exception cref="ArgumentException">An argument follows <see cref="Any.Rest"/>.</exception>
    public CommandRule When(string fileName, params ReadOnlySpan<ArgumentMatcher> arguments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        return _backend.Add(new NameMatch(fileName, arguments));
    }

    /// <summary>Adds a rule for calls that meet a condition, for example on the working directory or the environment.</summary>
    /// <param name="condition">The condition. It may be evaluated more than once per call.</param>
    public CommandRule When(Func<FakeCall, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return _backend.Add(new ConditionMatch(condition));
    }

    /// <summary>Removes the fakes from this call flow and kills those that are still running.</summary>
    public void Dispose()
    {
        if (_backend.Dispose() && Backend.Replacement == _backend)
        {
            Backend.Replace(_former);
        }
    }

    /// <summary>
    /// Removes the fakes from this call flow and kills those that are still running. The work is done when the method returns,
    /// because a change that an async method makes to its call flow ends with it.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
