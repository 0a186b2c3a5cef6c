namespace TypedExec.Terminals.Tests.Support;

/// <summary>
/// npm packages that tests compare with, installed once at their pinned versions, without running their scripts.
/// </summary>
internal static class NodePackages
{
    private static readonly SemaphoreSlim Gate = new(1);

    /// <summary>
    /// Installs what a folder's <c>package-lock.json</c> lists next to one of its scripts, and returns the script's path.
    /// </summary>
    public static async Task<string> InstallAsync(string folder, string script)
    {
        Sessions.SkipWithout("node");
        Sessions.SkipWithout("npm");
        await Gate.WaitAsync();
        try
        {
            if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            {
                await new Executable("npm").ExecFile(
                    ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], new ExecFileOptions { Cwd = folder });
            }

            return Path.Combine(folder, script);
        }
        finally
        {
            Gate.Release();
        }
    }
}
