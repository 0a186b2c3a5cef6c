using System.Security.Cryptography;

namespace TypedExec.Remote.Carrying;

/// <summary>The name of one run at one stop of its way: of its files, its container, its job. Nobody can guess it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Depth">How many carriers are before this one.</param>
internal readonly record struct RunToken(string Name, int Depth)
{
    private const int LongestSocket = 88;

    /// <summary>For the carrier that is started on this machine.</summary>
    public static RunToken Create() => new($"typedexec-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}", 0);

    /// <summary>For what the carrier carries.</summary>
    public RunToken Next() => new($"{Name}-{Depth + 1}", Depth + 1);

    /// <summary>The socket of the carrier's connection, on the machine where the carrier is started. A guard's file may be beside it.</summary>
    public string Socket
    {
        get
        {
            var own = Path.Combine(Path.GetTempPath(), $"{Name}.s");
            // A socket's path has 108 bytes, of which ssh wants some for itself; blanks and percents mean something to it.
            return Depth == 0 && own.Length < LongestSocket && own.AsSpan().IndexOfAny(" %\"") < 0 ? own : $"/tmp/{Name}.s";
        }
    }
}
