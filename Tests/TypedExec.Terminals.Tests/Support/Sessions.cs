namespace TypedExec.Terminals.Tests.Support;

/// <summary>Starts programs at their own terminal.</summary>
internal static class Sessions
{
    public static readonly TerminalSize Size = new(Columns: 80, Rows: 24);

    /// <summary>Time limits for expected events, so that a hang is a failure with a name.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <summary>The environment in which a program behaves the same on every machine.</summary>
    public static readonly Dictionary<string, string?> Env = new() { ["TERM"] = "xterm-256color", ["LANG"] = "C.UTF-8", ["LC_ALL"] = "C.UTF-8", ["PS1"] = "$ ", ["COLUMNS"] = null, ["LINES"] = null };

    public static ChildProcess Start(string program, params string[] arguments) => Start(Size, program, arguments);

    public static ChildProcess Start(TerminalSize size, string program, params string[] arguments)
    {
        SkipWithout(program);
        return new Executable(program).Spawn(arguments, new SpawnOptions { Terminal = size, Env = Env });
    }

    public static ChildProcess Script(string script) => Start("sh", "-c", script);

    /// <summary>Returns everything that the child prints until its end, with plain line endings.</summary>
    public static async Task<string> ReadAllAsync(ChildProcess child)
    {
        using var reader = new StreamReader(child.Terminal!, leaveOpen: true);
        var text = await reader.ReadToEndAsync().WaitAsync(Soon);
        await child.WaitForCloseAsync().WaitAsync(Soon);
        return text.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>Polls for what no event reports.</summary>
    public static async Task UntilAsync(Func<bool> condition, Func<string> seen)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var end = DateTime.UtcNow + Soon;
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < end, $"Never came; seen last:\n{seen()}");
            await timer.WaitForNextTickAsync();
        }
    }

    public static void SkipWithout(string program)
        => Assert.SkipUnless(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(directory => File.Exists(Path.Combine(directory, program))),
            $"{program} is not installed");
}
