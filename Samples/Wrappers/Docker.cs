using TypedExec;

namespace Wrappers;

/// <summary>docker run: pairs with several separators, Boolean values, and a command that runs inside.</summary>
[Command("docker")]
public sealed partial class Docker
{
    [Option("--context")] public string? Context { get; init; }

    [Subcommand("run")]
    public sealed partial class Run
    {
        [Option("--rm")] public bool Remove { get; init; }
        [Option("--interactive")] public bool Interactive { get; init; }
        [Option("--tty")] public bool Tty { get; init; }
        [Option("--detach")] public bool Detach { get; init; }
        [Option("--name")] public string? Name { get; init; }
        [Option("--init", Separator = "=", TrueValue = "true", FalseValue = "false")] public bool? Init { get; init; }
        [Option("--publish", PairSeparator = ":")] public IReadOnlyList<(int Host, int Container)> Ports { get; init; } = [];
        [Option("--volume", PairSeparator = ":")] public IReadOnlyList<(string Host, string Container)> Volumes { get; init; } = [];
        [Option("--mount", Join = ",")] public IReadOnlyDictionary<string, string?> Mount { get; init; } = new Dictionary<string, string?>();
        [Option("--env", Secret = true)] public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();
        [Option("--label")] public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
        [Option("--memory")] public string? Memory { get; init; }
        [Option("--cpus")] public double? Cpus { get; init; }
        [Option("--stop-timeout")] public TimeSpan? StopTimeout { get; init; }
        [Argument(0)] public required string Image { get; init; }
        [Argument(1)] public ICommand? Command { get; init; }
    }
}
