using TypedExec;

namespace Conversation;

/// <summary>Answers what ssh-keygen asks.</summary>
public static class KeyMaker
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Makes a key pair that is protected by a passphrase.</summary>
    /// <param name="file">Where the private key goes; the public one is written beside it.</param>
    /// <param name="passphrase">Asked for whenever the key is used.</param>
    /// <param name="comment">Written into the public key.</param>
    /// <returns>What a person would have seen.</returns>
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
