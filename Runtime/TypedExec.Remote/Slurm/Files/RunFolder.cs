using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;

namespace TypedExec.Remote.Slurm;

/// <summary>
/// The folder of one run, shared by this machine and the nodes. Its content is always sufficient to resume the run. A file is written under a
/// temporary name and then renamed, or it is a single line that is valid only with its line ending, so that a partial file is never read.
/// </summary>
/// <remarks>
/// <code>
/// run.json               the number of commands, and how many are in a pack
/// lock                   locked by the process that follows the run
/// pack.sh, start.sh      the task's script
/// packs/3/17.cmd         a command; .in is its input, 17-1.out and 17-1.err its output in submission 1, .end its result
/// submissions/1.json     the packs of a job array; 1.job is the job's ID, once it is known
/// logs/1-3               the output of the task itself for pack 3
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

    /// <summary>Whether all of the run's commands have been written.</summary>
    public bool IsComplete => File.Exists(Path.Combine(path, "run.json"));

    /// <summary>Creates the folder with the scripts in it.</summary>
    /// <exception cref="ClusterException">It can't be created.</exception>
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
                $"SlurmOptions.Folder \"{Path.GetDirectoryName(path)}\" can't be written to: {error.Message} Specify a folder that exists on this machine and on all nodes, and that you may write to.",
                error);
        }
    }

    /// <summary>Locks the run for this process until the returned object is disposed.</summary>
    /// <exception cref="ClusterException">The run doesn't exist, or another process follows it.</exception>
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
            throw new ClusterException($"The run's folder \"{path}\" can't be written to: {error.Message} Only the user who started it can resume it.", error);
        }
        catch (IOException error)
        {
            throw new ClusterException($"Run {id} is followed by another process, or by another loop of this one. Wait until that ends, or stop it.", error);
        }
    }

    public ClusterException NotFound(Exception? inner = null)
        => new($"There is no run {id} in SlurmOptions.Folder \"{Path.GetDirectoryName(path)}\": it has completed, or the folder is a different one.", inner);

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

    /// <summary>Records that all commands have been written.</summary>
    public void WriteManifest(RunManifest manifest)
        => Replace(Path.Combine(path, "run.json"), JsonSerializer.SerializeToUtf8Bytes(manifest, FileJson.Default.RunManifest));

    /// <exception cref="ClusterException">The run doesn't exist.</exception>
    public RunManifest ReadManifest()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(path, "run.json")), FileJson.Default.RunManifest)!;
        }
        catch (FileNotFoundException error)
        {
            throw new ClusterException($"Run {id} was ended before all of its commands were written, so none was submitted. Start a new run; \"{path}\" can be deleted.", error);
        }
        catch (JsonException error)
        {
            throw new ClusterException($"\"{path}/run.json\" isn't the file of a run: {error.Message}", error);
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

    /// <summary>Writes a file that appears under its name only when it's complete.</summary>
    public static void Replace(string file, ReadOnlySpan<byte> bytes)
    {
        WriteAll(file + ".new", bytes);
        File.Move(file + ".new", file, overwrite: true);
    }

    /// <summary>Deletes everything. Files that a node still has open on a network file system may remain, which is harmless.</summary>
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
