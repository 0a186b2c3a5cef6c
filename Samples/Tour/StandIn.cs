namespace Tour;

/// <summary>Plays <c>node</c> for the tour if only .NET is installed.</summary>
internal sealed class StandIn : IDisposable
{
    /// <summary>The first argument that makes the tour's executable behave as node.</summary>
    public const string Switch = "--as-node";

    private readonly DirectoryInfo _directory;

    private StandIn(DirectoryInfo directory, string path)
    {
        _directory = directory;
        Env = new Dictionary<string, string?> { ["PATH"] = $"{directory.FullName}{Path.PathSeparator}{path}" };
    }

    /// <summary>A PATH on which <c>node</c> is this program.</summary>
    public IReadOnlyDictionary<string, string?> Env { get; }

    public static StandIn Install(string path)
    {
        var directory = Directory.CreateTempSubdirectory("typedexec-tour-");
        if (OperatingSystem.IsWindows())
        {
            File.WriteAllText(Path.Combine(directory.FullName, "node.cmd"), $"@\"{Environment.ProcessPath}\" {Switch} %*\r\n");
        }
        else
        {
            var script = Path.Combine(directory.FullName, "node");
            File.WriteAllText(script, $"#!/bin/sh\nexec '{Environment.ProcessPath}' {Switch} \"$@\"\n");
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new StandIn(directory, path);
    }

    /// <summary>Does what node would do with the arguments that the tour passes.</summary>
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["--version"]:
                Console.WriteLine($"v0.0.0 (a stand-in on .NET {Environment.Version})");
                return 0;
            case ["slave.js", var number]:
                Console.WriteLine($"Child Process number {number} is executed.");
                return 0;
            default:
                Console.Error.WriteLine($"Error: Cannot find module '{args.FirstOrDefault()}'");
                return 1;
        }
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
