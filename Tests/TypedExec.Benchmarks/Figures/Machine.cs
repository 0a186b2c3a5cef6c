using System.Globalization;

namespace TypedExec.Benchmarks.Figures;

/// <summary>Where and with what the figures were measured.</summary>
/// <param name="Day">The day, as yyyy-MM-dd.</param>
/// <param name="Processors">How many processors the machine has.</param>
/// <param name="Kernel">The version of Linux.</param>
/// <param name="DotNet">The version of .NET that runs everything except the rivals of .NET 11.</param>
/// <param name="Node">The version of Node.js, or null if there was none.</param>
internal sealed record Machine(string Day, int Processors, string Kernel, string DotNet, string? Node)
{
    public static Machine Here(string? node) => new(
        DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Environment.ProcessorCount,
        $"{Environment.OSVersion.Version.Major}.{Environment.OSVersion.Version.Minor}", $"{Environment.Version}", node);

    /// <summary>One sentence for a page.</summary>
    public override string ToString()
        => $"Measured on {Day}, on a virtual machine with {Processors} cores, Linux {Kernel}, .NET {DotNet}{(Node is null ? "" : $", and Node.js {Node}")}.";
}
