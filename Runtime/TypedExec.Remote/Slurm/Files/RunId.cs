using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace TypedExec.Remote.Slurm;

/// <summary>The ID of a run, which is also the name of its folder.</summary>
internal static partial class RunId
{
    /// <summary>Creates an ID: the time, so that folders are sorted, and enough random characters to be unique.</summary>
    public static string New()
        => string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyyMMdd-HHmmss}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");

    /// <exception cref="ArgumentException">It isn't a valid name for a run's folder.</exception>
    public static void Check(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (!Form().IsMatch(id))
        {
            throw new ArgumentException($"\"{id}\" isn't the ID of a run; pass the value of ClusterRun.Id.", nameof(id));
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]{0,63}\z")]
    private static partial Regex Form();
}
