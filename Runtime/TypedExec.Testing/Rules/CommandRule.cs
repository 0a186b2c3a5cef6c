using System.Text;
using TypedExec.Testing.Fakes;
using TypedExec.Testing.Rules;

namespace TypedExec.Testing;

/// <summary>
/// What happens when a command is run that a <c>When</c> of <see cref="FakeCommands"/> matches. Without anything said it succeeds and
/// prints nothing.
/// </summary>
/// <remarks>
/// A method without <c>Then</c> says what happens from now on, instead of what was said before. A method with <c>Then</c> is for the call
/// after those said before; the last one is for all that follow.
/// </remarks>
public sealed class CommandRule
{
    private static readonly Behavior Nothing = Output("", "", new ExitStatus(0, null));

    private readonly Lock _gate = new();
    private readonly List<Behavior> _behaviors = [];
    private int _next;

    internal CommandRule(CallMatch match) => Match = match;

    internal CallMatch Match { get; }

    /// <summary>It prints and ends.</summary>
    /// <remarks>
    /// An input that is known, or comes from a file, a stream or a pipeline, is read to its end first. A pipe that the caller holds open
    /// is not waited for: use <see cref="Runs(Func{FakeChild, Task{int}})"/> for a program that reads it.
    /// </remarks>
    /// <param name="stdout">What it prints on stdout, in UTF-8.</param>
    /// <param name="stderr">What it prints on stderr, in UTF-8.</param>
    /// <param name="exitCode">Its exit code.</param>
    public CommandRule Returns(string stdout = "", string stderr = "", int exitCode = 0)
        => Say(Output(stdout, stderr, new ExitStatus(exitCode, null)), isNext: false);

    /// <summary>It prints bytes and ends.</summary>
    /// <inheritdoc cref="Returns(string, string, int)"/>
    public CommandRule Returns(ReadOnlyMemory<byte> stdout, ReadOnlyMemory<byte> stderr = default, int exitCode = 0)
        => Say(new OutputBehavior([(1, stdout), (2, stderr)], new ExitStatus(exitCode, null)), isNext: false);

    /// <summary>It cannot be started.</summary>
    /// <param name="code">The error, by the name that Node gives it: <c>ENOENT</c> when there is no such program, <c>EACCES</c> …</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not known.</exception>
    public CommandRule FailsToStart(string code = "ENOENT") => Say(StartFailureBehavior.FromCode(code), isNext: false);

    /// <summary>It prints and is ended by a signal.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="stdout">What it has printed on stdout.</param>
    /// <param name="stderr">What it has printed on stderr.</param>
    public CommandRule EndsBy(Signal signal, string stdout = "", string stderr = "")
        => Say(Output(stdout, stderr, new ExitStatus(null, signal)), isNext: false);

    /// <summary>It does what a script says, on the thread pool, in the call flow of whoever ran it.</summary>
    /// <remarks>
    /// When the script throws, the child ends by <see cref="Signal.SIGABRT"/> with the exception on its stderr, as a program of .NET's
    /// does, and <see cref="FakeCall.Failure"/> has it. A write that nobody reads any more ends the child by <see cref="Signal.SIGPIPE"/>.
    /// </remarks>
    /// <param name="script">Gives the exit code.</param>
    public CommandRule Runs(Func<FakeChild, Task<int>> script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return Say(new ScriptBehavior(script), isNext: false);
    }

    /// <summary>The call after those said before prints and ends.</summary>
    /// <inheritdoc cref="Returns(string, string, int)"/>
    public CommandRule ThenReturns(string stdout = "", string stderr = "", int exitCode = 0)
        => Say(Output(stdout, stderr, new ExitStatus(exitCode, null)), isNext: true);

    /// <summary>The call after those said before prints bytes and ends.</summary>
    /// <inheritdoc cref="Returns(string, string, int)"/>
    public CommandRule ThenReturns(ReadOnlyMemory<byte> stdout, ReadOnlyMemory<byte> stderr = default, int exitCode = 0)
        => Say(new OutputBehavior([(1, stdout), (2, stderr)], new ExitStatus(exitCode, null)), isNext: true);

    /// <summary>The call after those said before cannot be started.</summary>
    /// <inheritdoc cref="FailsToStart(string)"/>
    public CommandRule ThenFailsToStart(string code = "ENOENT") => Say(StartFailureBehavior.FromCode(code), isNext: true);

    /// <summary>The call after those said before is ended by a signal.</summary>
    /// <inheritdoc cref="EndsBy(Signal, string, string)"/>
    public CommandRule ThenEndsBy(Signal signal, string stdout = "", string stderr = "")
        => Say(Output(stdout, stderr, new ExitStatus(null, signal)), isNext: true);

    /// <summary>The call after those said before does what a script says.</summary>
    /// <inheritdoc cref="Runs(Func{FakeChild, Task{int}})"/>
    public CommandRule ThenRuns(Func<FakeChild, Task<int>> script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return Say(new ScriptBehavior(script), isNext: true);
    }

    /// <summary>What it matches, in short.</summary>
    public override string ToString() => Match.Description;

    /// <summary>What the next call does.</summary>
    internal Behavior Next()
    {
        lock (_gate)
        {
            return _behaviors.Count == 0 ? Nothing : _behaviors[Math.Min(_next++, _behaviors.Count - 1)];
        }
    }

    private static OutputBehavior Output(string stdout, string stderr, ExitStatus status)
    {
        ArgumentNullException.ThrowIfNull(stdout);
        ArgumentNullException.ThrowIfNull(stderr);
        return new OutputBehavior([(1, Encoding.UTF8.GetBytes(stdout)), (2, Encoding.UTF8.GetBytes(stderr))], status);
    }

    private CommandRule Say(Behavior behavior, bool isNext)
    {
        lock (_gate)
        {
            if (!isNext)
            {
                _behaviors.Clear();
                _next = 0;
            }

            _behaviors.Add(behavior);
        }

        return this;
    }
}
