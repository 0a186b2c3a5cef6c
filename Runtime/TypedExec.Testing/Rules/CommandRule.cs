using System.Text;
using TypedExec.Testing.Fakes;
using TypedExec.Testing.Rules;

namespace TypedExec.Testing;

/// <summary>
/// Specifies what happens when a command is run that a <c>When</c> rule of <see cref="FakeCommands"/> matches. By default, it
/// succeeds and prints nothing.
/// </summary>
/// <remarks>A method without <c>Then</c> replaces everything that was specified before. A method with <c>Then</c> applies to the
/// call after those specified before; the last one applies to all calls that follow.</remarks>
public sealed class CommandRule
{
    private static readonly Behavior Nothing = Output("", "", new ExitStatus(0, null));

    private readonly Lock _gate = new();
    private readonly List<Behavior> _behaviors = [];
    private int _next;

    internal CommandRule(CallMatch match) => Match = match;

    internal CallMatch Match { get; }

    /// <summary>Makes the command print text and exit.</summary>
    /// <remarks>Input that is known, or comes from a file, a stream or a pipeline, is read to its end first. The fake doesn't
    /// wait for a pipe that the caller holds open; use <see cref="Runs(Func{FakeChild, Task{int}})"/> for a program that reads
    /// it.</remarks>
    /// <param name="stdout">The text printed to stdout, in UTF-8.</param>
    /// <param name="stderr">The text printed to stderr, in UTF-8.</param>
    /// <param name="exitCode">The exit code.</param>
    public CommandRule Returns(string stdout = "", string stderr = "", int exitCode = 0)
        => Say(Output(stdout, stderr, new ExitStatus(exitCode, null)), isNext: false);

    /// <summary>Makes the command print bytes and exit.</summary>
    /// <inheritdoc cref="Returns(string, string, int)"/>
    public CommandRule Returns(ReadOnlyMemory<byte> stdout, ReadOnlyMemory<byte> stderr = default, int exitCode = 0)
        => Say(new OutputBehavior([(1, stdout), (2, stderr)], new ExitStatus(exitCode, null)), isNext: false);

    /// <summary>Makes the command fail to start.</summary>
    /// <param name="code">The error code, as in Node, such as <c>ENOENT</c> for a program that doesn't exist, or <c>EACCES</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> isn't a known error code.</exception>
    public CommandRule FailsToStart(string code = "ENOENT") => Say(StartFailureBehavior.FromCode(code), isNext: false);

    /// <summary>Makes a signal end the command, after it has printed text.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="stdout">The text printed to stdout, in UTF-8.</param>
    /// <param name="stderr">The text printed to stderr, in UTF-8.</param>
    public CommandRule EndsBy(Signal signal, string stdout = "", string stderr = "")
        => Say(Output(stdout, stderr, new ExitStatus(null, signal)), isNext: false);

    /// <summary>Makes the command run a script on the thread pool, in the call flow that ran the command.</summary>
    /// <remarks>If the script throws, the child ends with <see cref="Signal.SIGABRT"/> and the exception on its stderr, as a .NET
    /// program does, and <see cref="FakeCall.Failure"/> contains the exception. Writing to an output that nobody reads any more
    /// ends the child with <see cref="Signal.SIGPIPE"/>.</remarks>
    /// <param name="script">The script. It returns the exit code.</param>
    public CommandRule Runs(Func<FakeChild, Task<int>> script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return Say(new ScriptBehavior(script), isNext: false);
    }

    /// <summary>Makes the next call in the sequence print text and exit.</summary>
    /// <inheritdoc cref="Returns(string, string, int)"/>
    public CommandRule ThenReturns(string stdout = "", string stderr = "", int exitCode = 0)
        => Say(Output(stdout, stderr, new ExitStatus(exitCode, null)), isNext: true);

    /// <summary>Makes the next call in the sequence print bytes and exit.</summary>
    /// <inheritdoc cref="Returns(string, string, int)"/>
    public CommandRule ThenReturns(ReadOnlyMemory<byte> stdout, ReadOnlyMemory<byte> stderr = default, int exitCode = 0)
        => Say(new OutputBehavior([(1, stdout), (2, stderr)], new ExitStatus(exitCode, null)), isNext: true);

    /// <summary>Makes the next call in the sequence fail to start.</summary>
    /// <inheritdoc cref="FailsToStart(string)"/>
    public CommandRule ThenFailsToStart(string code = "ENOENT") => Say(StartFailureBehavior.FromCode(code), isNext: true);

    /// <summary>Makes a signal end the next call in the sequence.</summary>
    /// <inheritdoc cref="EndsBy(Signal, string, string)"/>
    public CommandRule ThenEndsBy(Signal signal, string stdout = "", string stderr = "")
        => Say(Output(stdout, stderr, new ExitStatus(null, signal)), isNext: true);

    /// <summary>Makes the next call in the sequence run a script.</summary>
    /// <inheritdoc cref="Runs(Func{FakeChild, Task{int}})"/>
    public CommandRule ThenRuns(Func<FakeChild, Task<int>> script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return Say(new ScriptBehavior(script), isNext: true);
    }

    /// <summary>Returns a short description of what it matches.</summary>
    public override string ToString() => Match.Description;

    /// <summary>Returns the behavior of the next call.</summary>
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
