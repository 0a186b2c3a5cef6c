using TypedExec;

namespace Conversation;

/// <summary>Creates a key pair. It asks for the passphrase at its terminal and reads it from nowhere else.</summary>
[Command("ssh-keygen")]
public partial class SshKeygen
{
    [Option("-t")]
    public string? Type { get; init; }

    [Option("-C")]
    public string? Comment { get; init; }

    [Option("-f")]
    public required string File { get; init; }
}

/// <summary>The interpreter. Without a script, it prompts for one line after the other if it has a terminal.</summary>
[Command("python3")]
public partial class Python
{
    [Option("-q")]
    public bool Quiet { get; init; }
}
