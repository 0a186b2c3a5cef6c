using System.Security.Cryptography;

namespace TypedExec.Remote.Carrying;

/// <summary>An unguessable name for one run at one carrier of a chain, used for its files, container, or job.</summary>
/// <param name="Name">The name.</param>
/// <param name="Depth">How many carriers precede this one.</param>
internal readonly record struct RunToken(string Name, int Depth)
{
    private const int LongestSocket = 88;

    /// <summary>Creates the name for the carrier that is started on this machine.</summary>
    public static RunToken Create() => new($"typedexec-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}", 0);

    /// <summary>Returns the name for the command that this carrier runs.</summary>
    public RunToken Next() => new($"{Name}-{Depth + 1}", Depth + 1);

    /// <summary>The socket of the carrier's connection, on the machine where the carrier is started. A guard's file may be next to it.</summary>
    public string Socket
    {
        get
        {
            var own = Path.Combine(Path.GetTempPath(), $"{Name}.s");
            // A socket's path is limited to 108 bytes, and ssh needs some of them. Spaces and percent signs are special to it.
            return Depth == 0 && own.Length < LongestSocket && own.AsSpan().IndexOfAny(" %\"") < 0 ? own : $"/tmp/{Name}.s";
        }
    }
}
