namespace TypedExec.Remote.Tests;

/// <summary>A carrier of the user's own, which takes the command as one line.</summary>
[Command("sh")]
public sealed partial class ShellOnly : ICarrier
{
    [Option("-c")]
    private bool IsLine { get; init; } = true;

    ShellQuoting ICarrier.Quoting => ShellQuoting.Posix;
}

/// <summary>A command with two secrets, which it prints.</summary>
[Command("sh")]
public sealed partial class Login
{
    [Option("-c")]
    private string Script { get; init; } = "echo \"$0 and $1\" >&2; exit 1";

    [Argument(0, Secret = true)]
    public required string User { get; init; }

    [Argument(1, Secret = true)]
    public required string Password { get; init; }
}
