using TypedExec;

namespace Conversation;

/// <summary>A Python interpreter that evaluates one line after the other and remembers previous ones.</summary>
public sealed class PythonSession : IAsyncDisposable
{
    private const string Prompt = ">>> ";

    private readonly ChildProcess _python;
    private readonly ChildTerminal _terminal;

    private PythonSession(ChildProcess python)
    {
        _python = python;
        _terminal = python.Terminal!;
    }

    /// <summary>Gets what a person would see now.</summary>
    public string Screen => _terminal.Screen;

    public static async Task<PythonSession> StartAsync()
    {
        var python = new Python { Quiet = true }.Spawn(new SpawnOptions
        {
            // Wide, so that no typed line wraps; and plain, whatever the version can draw.
            Terminal = new TerminalSize(Columns: 500, Rows: 50),
            Env = new Dictionary<string, string?> { ["TERM"] = "dumb", ["PYTHON_BASIC_REPL"] = "1", ["PYTHONSTARTUP"] = null },
        });
        var session = new PythonSession(python);
        try
        {
            await session._terminal.ExpectAsync(Prompt);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Types a line and returns what is printed before the next prompt.</summary>
    public async Task<string> AskAsync(string line)
    {
        await _terminal.WriteLineAsync(line);
        // The terminal echoes what is typed. The answer begins on the next line.
        await _terminal.ExpectAsync(line + "\r\n");
        var answer = await _terminal.ExpectAsync(Prompt);
        return answer.Before.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');
    }

    public async ValueTask DisposeAsync()
    {
        if (_python.Pid is not null && _python.ExitCode is null && _python.SignalCode is null)
        {
            // Ctrl+D, as a person would exit it.
            await _terminal.WriteAsync("\u0004");
            _ = await _python.StopAsync(grace: TimeSpan.FromSeconds(2));
        }

        await _python.DisposeAsync();
    }
}
