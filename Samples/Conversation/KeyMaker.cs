using TypedExec;

namespace Conversation;

/// <summary>Answers the prompts of ssh-keygen.</summary>
public static class KeyMaker
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Creates a key pair that is protected by a passphrase.</summary>
    /// <param name="file">The file for the private key; the public key is written next to it.</param>
    /// <param name="passphrase">The passphrase, which is required whenever the key is used.</param>
    /// <param name="comment">The comment in the public key.</param>
    /// <returns>The text that a person would have seen.</returns>
    public static async Task<string> CreateAsync(string file, string passphrase, string comment)
    {
        var command = new SshKeygen { Type = "ed25519", File = file, Comment = comment };
        await using var keygen = command.Spawn(new SpawnOptions { Terminal = new TerminalSize(Columns: 100, Rows: 40), Timeout = Patience });
        var terminal = keygen.Terminal!;

        await terminal.ExpectAsync("Enter passphrase", Patience);
        await terminal.WriteLineAsync(passphrase);
        await terminal.ExpectAsync("again:", Patience);
        await terminal.WriteLineAsync(passphrase);

        var status = await keygen.WaitForCloseAsync();
        return status.ExitCode == 0 ? terminal.Screen : throw new InvalidOperationException($"No key was made:\n{terminal.Screen}");
    }
}
