using System.Buffers;
using System.Text;
using TypedExec.Requests;
using TypedExec.Shells;

namespace TypedExec.Testing;

/// <summary>Represents one command that was run while a fake was active: the request and how it ended.</summary>
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
    /// Gets the command as a value, without <c>WithOptions</c> and similar wrappers:
    /// <c>Assert.IsType&lt;Git.Clone&gt;(call.Command)</c>. It is null for the static methods, which take an array.
    /// </summary>
    public ICommand? Command { get; }

    /// <summary>Gets the program that was requested.</summary>
    public string FileName => _said.File;

    /// <summary>Gets the arguments that the program gets. Secrets are not masked.</summary>
    public IReadOnlyList<string> Arguments => _said.Arguments;

    /// <summary>Gets the command line, quoted for a POSIX shell and with secrets masked.</summary>
    public string CommandLine => PosixQuoting.Join(_said.File, _said.MaskedArguments);

    /// <summary>Gets the working directory that was requested, or null for the parent's.</summary>
    public string? Cwd => _request.Cwd;

    /// <summary>Gets the whole environment of the child.</summary>
    public IReadOnlyDictionary<string, string> Environment => _request.Environment.Entries;

    /// <summary>Gets a value that indicates whether the command was run through a shell.</summary>
    public bool IsInShell => _request.Invocation is not null && !ReferenceEquals(_request.Invocation.File, _request.File);

    /// <summary>Gets the input that the child has been given on stdin so far, decoded as UTF-8.</summary>
    public string Input => Encoding.UTF8.GetString(InputBytes.Span);

    /// <summary>Gets the input that the child has been given on stdin so far.</summary>
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

    /// <summary>
    /// Gets the exit status of the fake. It is null while the fake is running, if it couldn't be started, and if the command was
    /// passed through.
    /// </summary>
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

    /// <summary>Gets a value that indicates whether no rule matched, so that the command was run for real.</summary>
    public bool IsPassedThrough { get; internal init; }

    /// <summary>
    /// Gets the exception that a script of <see cref="CommandRule.Runs(Func{FakeChild, Task{int}})"/> threw, or null.
    /// </summary>
    public Exception? Failure { get; internal set; }

    internal StartRequest Request => _request;

    /// <summary>Gets the command as a value, including all wrappers.</summary>
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
