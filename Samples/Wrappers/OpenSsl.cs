using TypedExec;

namespace Wrappers;

/// <summary>openssl: long options with a single dash, and a choice that is an option.</summary>
[Command("openssl")]
public static partial class OpenSsl
{
    public enum Hash
    {
        [EnumValue("sha256")] Sha256,
        [EnumValue("sha512")] Sha512,
    }

    [Subcommand("rand")]
    public sealed partial class Random
    {
        [Option("-hex")] public bool Hex { get; init; }
        [Argument(0)] public required int Bytes { get; init; }
    }

    [Subcommand("dgst")]
    public sealed partial class Digest
    {
        [Option("-", Separator = "")] public Hash? Algorithm { get; init; }
        [Option("-r")] public bool Coreutils { get; init; }
        [Argument(0)] public IReadOnlyList<string> Files { get; init; } = [];
    }

    /// <summary>Creates a certificate that is signed by its own key.</summary>
    [Subcommand("req -x509")]
    public sealed partial class SelfSigned
    {
        [Option("-newkey")] public required string NewKey { get; init; }
        [Option("-passout", Secret = true)] public string? Password { get; init; }
        [Option("-noenc")] public bool Unencrypted { get; init; }
        [Option("-subj")] public string? Subject { get; init; }
        [Option("-days")] public int? Days { get; init; }
        [Option("-addext")] public IReadOnlyDictionary<string, string> Extensions { get; init; } = new Dictionary<string, string>();
        [Option("-keyout")] public string? KeyFile { get; init; }
        [Option("-out")] public string? File { get; init; }
    }

    [Subcommand("x509")]
    public sealed partial class Certificate
    {
        [Option("-in")] public required string File { get; init; }
        [Option("-noout")] public bool NoOutput { get; init; }
        [Option("-subject")] public bool ShowSubject { get; init; }
        [Option("-checkend")] public TimeSpan? ValidFor { get; init; }
    }
}
