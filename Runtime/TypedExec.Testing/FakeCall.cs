using System.Buffers;
using System.Text;
using TypedExec.Requests;
using TypedExec.Shells;

namespace TypedExec.Testing;

/// <summary>One command that was run while a fake held: what was asked for, and how it ended.</summary>
public sealed class FakeCall
{
    private readonly StartRequest _request;
    private readonly Invocation _said;
    private readonly ArrayBufferWriter<byte> _input = new();
    private readonly Lock _gate = new();
    private ExitStatus? _status;

    internal FakeCall(StartRequest request)
    {
        _request = request;
        _said = request.Invocation ?? new Invocation(request.File, [.. request.Argv.Skip(1)], request.MaskedArguments);
        Command = Unwrapped(_said.Command);
    }

    /// <summary>
    /// The command as a value, as it was before <c>WithOptions</c> and its like: <c>Assert.IsType&lt;Git.Clone&gt;(call.Command)</c>. Null
    /// for the static forms, which take an array.
    /// </summary>
    public ICommand? Command { get; }

    /// <summary>The program, as it was asked for.</summary>
    public string FileName => _said.File;

    /// <summary>The arguments, as the program gets them: secrets are not masked.</summary>
    public IReadOnlyList<string> Arguments => _said.Arguments;

    /// <summary>The command line, quoted for a POSIX shell, with secrets masked.</summary>
    public string CommandLine => PosixQuoting.Join(_said.File, _said.MaskedArguments);

    /// <summary>The working directory that was asked for; null for the parent's.</summary>
    public string? Cwd => _request.Cwd;

    /// <summary>The whole environment of the child.</summary>
    public IReadOnlyDictionary<string, string> Environment => _request.Environment.Entries;

    /// <summary>Whether the command was run through a shell.</summary>
    public bool IsInShell => _request.Invocation is not null && !ReferenceEquals(_request.Invocation.File, _request.File);

    /// <summary>What the child was given on its stdin by now, as UTF-8.</summary>
    public string Input => Encoding.UTF8.GetString(InputBytes.Span);

    /// <summary>What the child was given on its stdin by now.</summary>
    public ReadOnlyMemory<byte> InputBytes
    {
        get
        {
            lock (_gate)
            {
                return _input.WrittenSpan.ToArray();
            }
        }
    }

    /// <summary>How the fake ended; null while it runs, where it could not be started, and where the command was passed through.</summary>
    public ExitStatus? Status
    {
        get
        {
            lock (_gate)
            {
                return _status;
            }
        }

        internal set
        {
            lock (_gate)
            {
                _status = value;
            }
        }
    }

    /// <summary>Whether no rule matched, and the command was run for real.</summary>
    public bool IsPassedThrough { get; internal init; }

    /// <summary>What a script of <see cref="CommandRule.Runs(Func{FakeChild, Task{int}})"/> has thrown, or null.</summary>
    public Exception? Failure { get; internal set; }

    internal StartRequest Request => _request;

    /// <summary>The command as a value, with all that was put around it.</summary>
    internal ICommand? Outermost => _said.Command;

    /// <inheritdoc cref="CommandLine"/>
    public override string ToString() => CommandLine;

    internal void AddInput(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            _input.Write(bytes);
        }
    }

    private static ICommand? Unwrapped(ICommand? command)
    {
        while (command is ConfiguredCommand configured)
        {
            command = configured.Inner;
        }

        return command;
    }
}
