namespace TypedExec.Generator.Tests.Grammar;

// Commands that carry commands.

[Command("sudo")]
internal sealed partial class Sudo
{
    [Option("-u")] public string? User { get; init; }
    [Argument(0, After = "--")] public required ICommand Command { get; init; }
}

[Command("ssh")]
internal sealed partial class Ssh
{
    [Argument(0)] public required string Host { get; init; }
    [Argument(1, Quoting = ShellQuoting.Posix)] public ICommand? Command { get; init; }
}

[Command("sh")]
internal sealed partial class Sh
{
    [Argument(0, After = "-c", Quoting = ShellQuoting.Posix)] public Pipeline? Script { get; init; }
#pragma warning disable TEXEC057 // What the analyzer reports is refused at run time too, which a test shows.
    [Argument(1)] public Pipeline? Single { get; init; }
#pragma warning restore TEXEC057
}

[Command("curl")]
internal sealed partial class Carried
{
    [Option("--user", Secret = true)] public string? User { get; init; }
    [Argument(0)] public string? Url { get; init; }
}

[Command("time")]
internal sealed partial class Timed
{
    [Argument(0)] public Carried? Command { get; init; }
}
