namespace TypedExec.Remote.Slurm;

/// <summary>scontrol: the cluster's configuration.</summary>
[Command("scontrol")]
internal sealed partial class Scontrol
{
    [Option("--oneliner")] public bool OneLine { get; init; }

    [Run("show config")] public partial Task<string[]> ConfigurationAsync(ExecFileOptions options);

    [Run("show partition")] public partial Task<string[]> PartitionsAsync(ExecFileOptions options);
}
