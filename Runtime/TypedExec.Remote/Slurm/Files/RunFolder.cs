using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;

namespace TypedExec.Remote.Slurm;

/// <summary>
/// The folder of one run, which this machine and the nodes share. What is in it at any moment is enough to take the run up: a file is
/// written under another name and renamed, or it is one line that counts only with its end, so that nobody takes a part of it for the whole.
/// </summary>
/// <remarks>
/// <code>
/// run.json               how many commands there are, how many in a pack
/// lock                   held by the process that follows the run
/// pack.sh, start.sh      the task's script
/// packs/3/17.cmd         a command; .in its input, 17-1.out and 17-1.err its output in submission 1, .end how it ended
/// submissions/1.json     which packs a job array is for; 1.job the job's id, once it is known
/// logs/1-3               what the task of pack 3 said itself
/// </code>
/// </remarks>
[UnsupportedOSPlatform("windows")]
internal sealed class RunFolder(string id, string path)
{
    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Id => id;

    public string Root => path;

    public string Script => Path.Combine(path, "pack.sh");

    /// <summary>Whether all of the run's commands are there.</summary>
    public bool IsComplete => File.Exists(Path.Combine(path, "run.json"));

    /// <summary>Makes the folder, with the scripts in it.</summary>
    /// <exception cref="ClusterException">It cannot be made.</exception>
    public void Create()
    {
        try
        {
            foreach (var folder in (string[])["", "packs", "submissions", "logs"])
            {
                Directory.CreateDirectory(Path.Combine(path, folder), OwnFolder);
            }

            foreach (var script in (string[])["pack.sh", "start.sh"])
            {
                using var source = typeof(RunFolder).Assembly.GetManifestResourceStream(script)!;
                using var target = Open(Path.Combine(path, script));
                source.CopyTo(target);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ClusterException(
                $"SlurmOptions.Folder \"{Path.GetDirectoryName(path)}\" cannot be written to: {error.Message} Name a folder that exists on this machine and on all nodes, and that you may write to.",
                error);
        }
    }

    /// <summary>Takes the run for this process until what is returned is disposed.</summary>
    /// <exception cref="ClusterException">There is no such run, or another process has it.</exception>
    public FileStream Lock()
    {
        try
        {
            return new FileStream(
                Path.Combine(path, "lock"), new FileStreamOptions
                {
                    Mode = FileMode.OpenOrCreate,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.None,
                    UnixCreateMode = OwnFile,
                });
        }
        catch (DirectoryNotFoundException error)
        {
            throw NotFound(error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new ClusterException($"The run's folder \"{path}\" cannot be written to: {error.Message} It can be taken up by the user who started it.", error);
        }
        catch (IOException error)
        {
            throw new ClusterException($"Run {id} is followed by another process, or by another loop of this one. Wait for its end, or stop it.", error);
        }
    }

    public ClusterException NotFound(Exception? inner = null)
        => new($"There is no run {id} in SlurmOptions.Folder \"{Path.GetDirectoryName(path)}\": it has come to its end, or the folder is another.", inner);

    /// <summary>Writes one pack's commands.</summary>
    public void WritePack(Pack pack, Func<int, (string Command, ReadOnlyMemory<byte>? Input)> command)
    {
        Directory.CreateDirectory(PackPath(pack), OwnFolder);
        for (var index = pack.First; index < pack.End; index++)
        {
            var (text, input) = command(index);
            WriteAll(FilePath(pack, $"{index}.cmd"), Utf8.GetBytes(text));
            if (input is { } bytes)
            {
                WriteAll(FilePath(pack, $"{index}.in"), bytes.Span);
            }
        }
    }

    /// <summary>Says that all commands are there.</summary>
    public void WriteManifest(RunManifest manifest)
        => Replace(Path.Combine(path, "run.json"), JsonSerializer.SerializeToUtf8Bytes(manifest, FileJson.Default.RunManifest));

    /// <exception cref="ClusterException">There is none.</exception>
    public RunManifest ReadManifest()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(path, "run.json")), FileJson.Default.RunManifest)!;
        }
        catch (FileNotFoundException error)
        {
            throw new ClusterException($"Run {id} was ended before its commands were all written, so that none was submitted. Start it anew; \"{path}\" can be deleted.", error);
        }
        catch (JsonException error)
        {
            throw new ClusterException($"\"{path}/run.json\" is not the file of a run: {error.Message}", error);
        }
    }

    public void WriteSubmission(Submission submission)
        => Replace(SubmissionPath($"{submission.Number}.json"), JsonSerializer.SerializeToUtf8Bytes(new SubmissionFile(submission.Tasks), FileJson.Default.SubmissionFile));

    public void WriteJob(Submission submission) => Replace(SubmissionPath($"{submission.Number}.job"), Utf8.GetBytes(submission.JobId!));

    /// <summary>The job arrays of the run, in order.</summary>
    public List<Submission> ReadSubmissions()
    {
        var submissions = new List<Submission>();
        while (true)
        {
            var number = submissions.Count + 1;
            if (!File.Exists(SubmissionPath($"{number}.json")))
            {
                return submissions;
            }

            var file = JsonSerializer.Deserialize(File.ReadAllBytes(SubmissionPath($"{number}.json")), FileJson.Default.SubmissionFile)!;
            var job = SubmissionPath($"{number}.job");
            submissions.Add(new Submission(id, number, file.Tasks) { JobId = File.Exists(job) ? File.ReadAllText(job) : null });
        }
    }

    public string PackPath(Pack pack) => Path.Combine(path, "packs", pack.Number.ToString(CultureInfo.InvariantCulture));

    public string FilePath(Pack pack, string name) => Path.Combine(PackPath(pack), name);

    public string LogPath(Pack pack) => Path.Combine(path, "logs", $"{pack.Submission?.Number}-{pack.Number}");

    /// <summary>Writes a file whose name shows only when it is all there.</summary>
    public static void Replace(string file, ReadOnlySpan<byte> bytes)
    {
        WriteAll(file + ".new", bytes);
        File.Move(file + ".new", file, overwrite: true);
    }

    /// <summary>Deletes everything. What a node still holds open on a network file system may stay, and harms nobody.</summary>
    public void Delete()
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    private string SubmissionPath(string name) => Path.Combine(path, "submissions", name);

    private static void WriteAll(string file, ReadOnlySpan<byte> bytes)
    {
        using var stream = Open(file);
        stream.Write(bytes);
    }

    private static FileStream Open(string file)
        => new(file, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0, UnixCreateMode = OwnFile });
}
