using System.Globalization;
using Wrappers;
using Xunit;

namespace TypedExec.Samples.Tests;

/// <summary>The wrapped programs themselves, if they are installed, understand their arguments.</summary>
public sealed class WrappedProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wrapped").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task Ffmpeg_combines_two_files()
    {
        SkipWithout("ffmpeg");
        await new Ffmpeg
        {
            Log = Ffmpeg.LogLevel.Error,
            Overwrite = true,
            Inputs = [new() { Format = "lavfi", Duration = TimeSpan.FromSeconds(0.2), File = "color=red:size=16x16" }, new() { Format = "lavfi", Duration = TimeSpan.FromSeconds(0.2), File = "sine" }],
            Outputs = [new() { Streams = ["0:v", "1:a"], File = Path.Combine(_folder, "a b.mkv") }],
        }.ExecFile();
        Assert.True(new FileInfo(Path.Combine(_folder, "a b.mkv")).Length > 0);
    }

    [Fact]
    public async Task Find_follows_its_expression()
    {
        SkipWithout("find");
        Write("obj/a.cs", "1\n");
        Write("b c.cs", "2\n3\n");
        Write("d.txt", "");
        var found = await new Find
        {
            Paths = [_folder],
            Expression =
            [
                new Find.Test { Name = "obj", Prune = true },
                Find.Operator.Or,
                new Find.Test { Name = "*.cs", Types = [Find.Kind.File] },
                new Find.Execute { Command = new Executable("wc")["-l", "{}"] },
            ],
        }.ExecFile();
        Assert.Equal([$"2 {Path.Combine(_folder, "b c.cs")}"], found.StdoutLines);
    }

    [Fact]
    public async Task Rsync_copies_what_the_filters_include()
    {
        SkipWithout("rsync");
        Write("from/a.cs", "");
        Write("from/b.txt", "");
        await new Rsync
        {
            Archive = true,
            Filters = [new Rsync.Include { Pattern = "*.cs" }, new Rsync.Exclude { Pattern = "*.*" }],
            Sources = [Path.Combine(_folder, "from/")],
            Destination = Path.Combine(_folder, "to"),
        }.ExecFile();
        Assert.Equal(["a.cs"], Directory.GetFiles(Path.Combine(_folder, "to")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Tar_packs_from_two_directories()
    {
        SkipWithout("tar");
        Write("x/a", "1");
        Write("y/b c", "2");
        var archive = Path.Combine(_folder, "all.tgz");
        await new Tar
        {
            Create = true,
            Gzip = true,
            Archive = archive,
            Files = [new() { Directory = Path.Combine(_folder, "x"), Names = ["a"] }, new() { Directory = Path.Combine(_folder, "y"), Names = ["b c"] }],
        }.ExecFile();
        Assert.Equal(["a", "b c"], (await new Tar { List = true, Archive = archive }.ExecFile()).StdoutLines);
    }

    [Fact]
    public async Task Curl_performs_two_transfers()
    {
        SkipWithout("curl");
        Write("a", "first");
        Write("b", "second");
        var out1 = Path.Combine(_folder, "out 1");
        var result = await new Curl
        {
            Silent = true,
            ShowError = true,
            First = new() { Output = out1, Url = new("file://" + Path.Combine(_folder, "a")) },
            Others = [new() { MaxTime = TimeSpan.FromSeconds(20), Url = new("file://" + Path.Combine(_folder, "b")) }],
        }.ExecFile();
        Assert.Equal(("first", "second"), (File.ReadAllText(out1), result.Stdout));
    }

    [Fact]
    public async Task Ssh_reads_its_settings()
    {
        SkipWithout("ssh");
        var lines = (await new Ssh
        {
            ConfigurationFile = "none",
            PrintConfiguration = true,
            Port = 2222,
            Settings = new Dictionary<string, string> { ["BatchMode"] = "yes" },
            Forwards = [(8080, "localhost:80")],
            Host = "build1",
        }.ExecFile()).StdoutLines;
        Assert.Contains("port 2222", lines);
        Assert.Contains("batchmode yes", lines);
        Assert.Contains("localforward 8080 [localhost]:80", lines);
    }

    [Fact]
    public async Task Gcc_links_what_comes_after_the_files()
    {
        SkipWithout("gcc");
        Write("a.c", "#include <math.h>\n#include <stdio.h>\nint main(int argc, char **argv) { printf(\"%s %.0f\", NAME, cos(argc - 1)); return 0; }");
        var program = Path.Combine(_folder, "a");
        await new Gcc
        {
            Warnings = ["all", "error"],
            Defines = new Dictionary<string, string?> { ["NAME"] = "\"a b\"" },
            Output = program,
            Files = [Path.Combine(_folder, "a.c")],
            Linker = ["--as-needed"],
            Libraries = ["m"],
        }.ExecFile();
        Assert.Equal("a b 1", (await new Executable(program).ExecFile()).Stdout);
    }

    [Fact]
    public async Task Git_finds_the_commits_of_a_path()
    {
        SkipWithout("git");
        var git = new Git
        {
            Directory = _folder,
            Configuration = new Dictionary<string, string> { ["user.name"] = "A B", ["user.email"] = "a@b" },
        };
        Write("-odd name", "");
        await new Executable("git")["-C", _folder, "init", "--quiet"].ExecFile();
        await git.AppendArguments("add", "--all").ExecFile();
        await git.AppendArguments("commit", "--quiet", "--message", "First").ExecFile();
        await git.AppendArguments("commit", "--quiet", "--allow-empty", "--message", "Second").ExecFile();
        var log = new Git.Log { Parent = git, Authors = ["A B"], Format = "%s", Decorate = Git.DecorateMode.No, Revisions = ["HEAD"], Paths = ["-odd name"] };
        Assert.Equal(["First"], (await log.ExecFile()).StdoutLines);
    }

    [Fact]
    public async Task Ps_shows_this_process()
    {
        SkipWithout("ps");
        var lines = (await new Ps { Processes = [Environment.ProcessId], Columns = [Ps.Column.Pid, Ps.Column.Seconds], NoHeaders = true }.ExecFile()).StdoutLines;
        Assert.Equal(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), Assert.Single(lines).Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]);
    }

    [Fact]
    public async Task Openssl_signs_and_checks()
    {
        SkipWithout("openssl");
        Assert.Matches("^[0-9a-f]{32}$", (await new OpenSsl.Random { Hex = true, Bytes = 16 }.ExecFile()).Stdout.Trim());
        Write("a", "abc");
        var digest = await new OpenSsl.Digest { Algorithm = OpenSsl.Hash.Sha256, Coreutils = true, Files = [Path.Combine(_folder, "a")] }.ExecFile();
        Assert.StartsWith("ba7816bf8f01cfea", digest.Stdout, StringComparison.Ordinal);
        var certificate = Path.Combine(_folder, "c.pem");
        await new OpenSsl.SelfSigned
        {
            NewKey = "rsa:2048", Unencrypted = true, Subject = "/CN=a b", Days = 2, KeyFile = Path.Combine(_folder, "k.pem"), File = certificate,
        }.ExecFile();
        var shown = await new OpenSsl.Certificate { File = certificate, NoOutput = true, ShowSubject = true, ValidFor = TimeSpan.FromHours(1) }.ExecFile();
        Assert.Contains("a b", shown.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Docker_runs_a_command_in_a_container()
    {
        SkipWithout("docker");
        Assert.SkipUnless((await new Executable("docker")["image", "inspect", "alpine"].ExecFile(new() { ThrowOnFailure = false })).Success, "docker has no image alpine here");
        var result = await new Docker.Run { Remove = true, Image = "alpine", Environment = new Dictionary<string, string?> { ["A"] = "b c" }, Command = new Executable("sh")["-c", "echo $A"] }.ExecFile();
        Assert.Equal("b c\n", result.Stdout);
    }

    private static void SkipWithout(string program) => Assert.SkipUnless(Executable.FindPath(program) is not null, $"{program} is not installed");

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
