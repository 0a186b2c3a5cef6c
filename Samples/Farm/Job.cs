using TypedExec;

namespace Farm;

/// <summary>What is to be done with one file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Command">The command that does it.</param>
public sealed record Job(string File, ICommand Command)
{
    private static readonly string[] Sounds = [".wav", ".flac", ".aiff"];

    /// <summary>Sounds are encoded, where there is ffmpeg. Of any other file the sum is taken.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="file">The file's name in it.</param>
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

/// <summary>How it ended.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Error">What went wrong, or null.</param>
/// <param name="Stdout">What the command printed.</param>
/// <param name="Stderr">What it complained about.</param>
public sealed record Outcome(string File, string? Error, string Stdout, string Stderr);
