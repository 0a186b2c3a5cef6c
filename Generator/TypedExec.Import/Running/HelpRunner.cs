using TypedExec.Import.Help;

namespace TypedExec.Import.Running;

/// <summary>Runs a program to print its help, and captures the output.</summary>
internal sealed class HelpRunner : IDisposable
{
    private readonly string _program;
    private readonly Isolation _isolation;
    private readonly Surroundings _surroundings = new();
    private readonly ExecFileOptions _options;

    public HelpRunner(string program, Isolation isolation, TimeSpan timeout)
    {
        _program = program;
        _isolation = isolation;
        _options = new ExecFileOptions
        {
            Cwd = _surroundings.Directory,
            Env = _surroundings.Environment,
            Input = "",
            Timeout = timeout,
            KillDescendants = true,
            ForceKillAfter = TimeSpan.FromSeconds(1),
            DrainTimeout = TimeSpan.FromSeconds(1),
            MaxBuffer = 10_000_000,
            ThrowOnFailure = false,
        };
    }

    /// <summary>Whether the program runs without a network.</summary>
    public bool IsIsolated => _isolation.IsAvailable;

    /// <summary>Runs the program with these arguments.</summary>
    /// <returns>The longer of stdout and stderr, because many programs print help on stderr.</returns>
    /// <exception cref="ProgramException">It couldn't be started, or didn't exit in time.</exception>
    public async Task<HelpText> AskAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            var result = await _isolation.Run(_program, arguments).ExecFile(_options, cancellationToken);
            return HelpText.Parse(_surroundings.Forget(result.Stdout.Length >= result.Stderr.Length ? result.Stdout : result.Stderr));
        }
        catch (ExecException error)
        {
            throw new ProgramException(Reason(error, arguments), error);
        }
    }

    public void Dispose() => _surroundings.Dispose();

    private string Reason(ExecException error, IReadOnlyList<string> arguments)
    {
        var command = string.Join(' ', [_program, .. arguments]);
        return error switch
        {
            { TimedOut: true } => $"'{command}' didn't exit within {_options.Timeout!.Value.TotalSeconds:0.#} s; increase the limit with --timeout",
            { Code: "ENOENT" } => $"'{_program}' was not found; give its path, or put it on the PATH",
            { Code: "EACCES" } => $"'{_program}' isn't executable",
            _ => $"'{command}' couldn't be run: {error.Message}",
        };
    }
}
