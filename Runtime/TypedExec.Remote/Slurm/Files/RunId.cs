using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace TypedExec.Remote.Slurm;

/// <summary>The id of a run, which is the name of its folder.</summary>
internal static partial class RunId
{
    /// <summary>A new one: the time, so that folders are in order, and enough chance that no two are the same.</summary>
    public static string New()
        => string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyyMMdd-HHmmss}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");

    /// <exception cref="ArgumentException">It cannot be the name of a run's folder.</exception>
    public static void Check(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (!Form().IsMatch(id))
        {
            throw new ArgumentException($"\"{id}\" is not the id of a run: pass what ClusterRun.Id gave.", nameof(id));
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]{0,63}\z")]
    private static partial Regex Form();
}
