using TypedExec;

namespace Wrappers;

/// <summary>ssh: the command becomes one word, quoted for the remote shell.</summary>
[Command("ssh")]
public sealed partial class Ssh
{
    [Option("-p")] public int? Port { get; init; }
    [Option("-l")] public string? User { get; init; }
    [Option("-i")] public FileInfo? Identity { get; init; }
    [Option("-F")] public string? ConfigurationFile { get; init; }
    [Option("-G")] public bool PrintConfiguration { get; init; }
    [Option("-t", Count = true)] public int Terminal { get; init; }
    [Option("-J", Join = ",")] public IReadOnlyList<string> Jumps { get; init; } = [];
    [Option("-o")] public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
    [Option("-L", PairSeparator = ":")] public IReadOnlyList<(int Local, string Remote)> Forwards { get; init; } = [];
    [Argument(0)] public required string Host { get; init; }
    [Argument(1, Quoting = ShellQuoting.Posix)] public ICommand? Command { get; init; }
}
