namespace Tour;

/// <summary>
/// The location of <c>slave.js</c> and the program that runs it: Node or, if it isn't installed, the tour's own executable, which
/// is put on the children's PATH under the name <c>node</c>.
/// </summary>
internal sealed class Script : IDisposable
{
    private readonly StandIn? _standIn;

    private Script(StandIn? standIn) => _standIn = standIn;

    /// <summary>Gets the directory of <c>slave.js</c>.</summary>
    public string Directory { get; } = AppContext.BaseDirectory;

    /// <summary>Gets the environment entries that the children have in addition to the tour's.</summary>
    public IReadOnlyDictionary<string, string?> Env => _standIn?.Env ?? new Dictionary<string, string?>();

    public static Script Find()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        var name = OperatingSystem.IsWindows() ? "node.exe" : "node";
        if (path.Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, name))))
        {
            return new Script(null);
        }

        Console.WriteLine("node is not on the PATH: this program plays slave.js itself.");
        return new Script(StandIn.Install(path));
    }

    public void Dispose() => _standIn?.Dispose();
}
