namespace TypedExec.Terminals.Tests.Support;

/// <summary>A program at a terminal of tmux, in its own server.</summary>
internal sealed class Tmux : IAsyncDisposable
{
    private static int s_count;

    private readonly string _socket = $"typedexec-{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}";
    private readonly string _configuration = Path.GetTempFileName();

    private Tmux() => File.WriteAllText(_configuration, "set -g status off\nset -g remain-on-exit on\nset -g remain-on-exit-format ''\nset -sg escape-time 0\n");

    public static async Task<Tmux> StartAsync(TerminalSize size, IReadOnlyDictionary<string, string?> env, string program, params string[] arguments)
    {
        Sessions.SkipWithout("tmux");
        var tmux = new Tmux();
        // A program that is passed as several words runs without a shell.
        await tmux.RunAsync(
            env, ["-u", "-f", tmux._configuration, "new-session", "-d", "-x", $"{size.Columns}", "-y", $"{size.Rows}", "env", "TERM=screen-256color", program, .. arguments]);
        return tmux;
    }

    public Task TypeAsync(string keys)
        => RunAsync(null, ["send-keys", "-H", .. System.Text.Encoding.UTF8.GetBytes(keys).Select(static value => $"{value:x2}")]);

    /// <summary>Returns what it displays now.</summary>
    public async Task<string> CaptureAsync()
        => string.Join('\n', (await RunAsync(null, ["capture-pane", "-p"])).Split('\n').Select(static line => line.TrimEnd(' '))).TrimEnd('\n');

    public async ValueTask DisposeAsync()
    {
        await new Executable("tmux").ExecFile(["-L", _socket, "kill-server"], new ExecFileOptions { ThrowOnFailure = false });
        File.Delete(_configuration);
    }

    private async Task<string> RunAsync(IReadOnlyDictionary<string, string?>? env, IReadOnlyList<string> arguments)
        => (await new Executable("tmux").ExecFile(["-L", _socket, .. arguments], new ExecFileOptions { Timeout = Sessions.Soon, Env = env })).Stdout;
}
