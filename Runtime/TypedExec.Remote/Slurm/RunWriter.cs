using System.Runtime.Versioning;

namespace TypedExec.Remote.Slurm;

/// <summary>Writes a run's commands to its folder one after another, without keeping them in memory.</summary>
[UnsupportedOSPlatform("windows")]
internal static class RunWriter
{
    /// <summary>The number of tasks if the number of commands per task isn't set: the largest array that Slurm allows by default.</summary>
    private const int DefaultTasks = 1000;

    /// <exception cref="ArgumentException">A command can't be carried. The folder is deleted.</exception>
    /// <exception cref="ClusterException">The folder can't be written to.</exception>
    public static RunManifest Write(RunFolder folder, IReadOnlyList<ICommand> commands, SlurmOptions options, CancellationToken cancellationToken)
    {
        var count = commands.Count;
        var manifest = new RunManifest(1, count, options.CommandsPerTask ?? (count + DefaultTasks - 1) / DefaultTasks);
        var directory = Path.GetFullPath(options.Cwd ?? Environment.CurrentDirectory);
        try
        {
            foreach (var pack in Pack.Split(manifest))
            {
                cancellationToken.ThrowIfCancellationRequested();
                folder.WritePack(pack, index => (Text(index), Input(index)));
            }

            folder.WriteManifest(manifest);
            return manifest;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            folder.Delete();
            throw new ClusterException($"The commands couldn't be written to SlurmOptions.Folder \"{options.Folder}\": {error.Message}", error);
        }
        catch
        {
            folder.Delete();
            throw;
        }

        string Text(int index)
        {
            try
            {
                return CommandFile.Write(commands[index], directory);
            }
            catch (ArgumentException error)
            {
                throw new ArgumentException($"Command {index}: {error.Message}", nameof(commands), error);
            }
        }

        ReadOnlyMemory<byte>? Input(int index)
        {
            var input = options.Input?.Invoke(index) ?? default;
            if (input.IsOpen || input.IsInherited)
            {
                throw new ArgumentException($"Command {index}: SlurmOptions.Input is ProcessInput.Open or Inherit, but a task has no terminal or pipe to this process.", nameof(options));
            }

            if (input.Stream is { } stream)
            {
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                return copy.GetBuffer().AsMemory(0, (int)copy.Length);
            }

            // Not a conditional expression: null would become an array, and then an empty memory.
            ReadOnlyMemory<byte>? nothing = null;
            return input.IsSet ? input.ToBytes(CaptureOptions.DefaultEncoding) : nothing;
        }
    }
}
