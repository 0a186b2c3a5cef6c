using TypedExec;

namespace Farm;

/// <summary>The work for one file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Command">The command that does the work.</param>
public sealed record Job(string File, ICommand Command)
{
    private static readonly string[] Sounds = [".wav", ".flac", ".aiff"];

    /// <summary>Creates the job for a file: audio is encoded if ffmpeg is installed; for any other file, the checksum is computed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="file">The name of a file in the folder.</param>
    public static Job For(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        if (!Sounds.Contains(Path.GetExtension(file)) || Executable.FindPath("ffmpeg") is null)
        {
            return new Job(file, new Sha256Sum { File = path });
        }

        var encoded = Directory.CreateDirectory(Path.Combine(folder, "encoded")).FullName;
        return new Job(file, new Ffmpeg { Input = path, Output = Path.Combine(encoded, Path.ChangeExtension(file, ".ogg")) });
    }
}

/// <summary>The outcome of a job.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Error">What went wrong, or null.</param>
/// <param name="Stdout">The command's stdout.</param>
/// <param name="Stderr">The command's stderr.</param>
public sealed record Outcome(string File, string? Error, string Stdout, string Stderr);
