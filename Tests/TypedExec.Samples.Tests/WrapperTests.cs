using Wrappers;
using Xunit;

namespace TypedExec.Samples.Tests;

/// <summary>Programs with awkward command lines, wrapped by hand: the arguments that each of them gets.</summary>
public sealed class WrapperTests
{
    [Fact]
    public void Ffmpegs_options_precede_their_file() => Assert.Equal(
        [
            "-hide_banner", "-loglevel", "error", "-y", "-ss", "90.5", "-i", "talk.mkv", "-f", "lavfi", "-t", "2", "-i", "sine", "-filter_complex", "[0:a][1:a]amix;anull",
            "-map", "0:v", "-map", "1:a", "-c:v", "copy", "-vf", "scale=1:2,drawtext=a\\,b", "-metadata", "title=A = B", "talk.mp4", "-an", "-f", "null", "other",
        ],
        new Ffmpeg
        {
            HideBanner = true,
            Log = Ffmpeg.LogLevel.Error,
            Overwrite = true,
            Inputs = [new() { Start = TimeSpan.FromSeconds(90.5), File = "talk.mkv" }, new() { Format = "lavfi", Duration = TimeSpan.FromSeconds(2), File = "sine" }],
            FilterGraph = ["[0:a][1:a]amix", "anull"],
            Outputs =
            [
                new()
                {
                    Streams = ["0:v", "1:a"],
                    VideoCodec = "copy",
                    VideoFilters = ["scale=1:2", "drawtext=a,b"],
                    Metadata = new Dictionary<string, string> { ["title"] = "A = B" },
                    File = "talk.mp4",
                },
                new() { NoAudio = true, Format = "null", File = "other" },
            ],
        }.ToArguments());

    [Fact]
    public void Finds_expression_keeps_its_order() => Assert.Equal(
        ["-L", "src", "-maxdepth", "2", "(", "-name", "obj", "-o", "-empty", ")", "-prune", "-o", "!", "-type", "f,l", "-exec", "wc", "-l", "{}", "+", "-exec", "rm", "--", "{}", ";"],
        new Find
        {
            FollowLinks = true,
            Paths = ["src"],
            Expression =
            [
                new Find.Test { MaxDepth = 2 },
                Find.Operator.Open,
                new Find.Test { Name = "obj" },
                Find.Operator.Or,
                new Find.Test { Empty = true },
                Find.Operator.Close,
                new Find.Test { Prune = true },
                Find.Operator.Or,
                Find.Operator.Not,
                new Find.Test { Types = [Find.Kind.File, Find.Kind.Link] },
                new Find.Execute { Command = new Executable("wc")["-l", "{}"], End = "+" },
                new Find.Execute { Command = new Executable("rm")["--", "{}"] },
            ],
        }.ToArguments());

    [Fact]
    public void Rsyncs_filters_keep_their_order_and_the_destination_comes_last() => Assert.Equal(
        ["--archive", "--verbose", "--verbose", "--no-partial", "--timeout=90", "--include=*/", "--include=*.cs", "--exclude=*", "--", "-a", "b", "host:/srv"],
        new Rsync
        {
            Archive = true,
            Verbosity = 2,
            Partial = false,
            Timeout = TimeSpan.FromMinutes(1.5),
            Filters = [new Rsync.Include { Pattern = "*/" }, new Rsync.Include { Pattern = "*.cs" }, new Rsync.Exclude { Pattern = "*" }],
            Sources = ["-a", "b"],
            Destination = "host:/srv",
        }.ToArguments());

    [Fact]
    public void Tars_directories_apply_to_the_names_after_them()
    {
        Assert.Equal(
            ["--create", "--gzip", "--file=a.tgz", "--mtime=2026-01-02 03:04:05", "--exclude=*.o", "--exclude=obj", "--directory=src", "a", "b", "--directory=docs", "c"],
            new Tar
            {
                Create = true,
                Gzip = true,
                Archive = "a.tgz",
                ModificationTime = new(2026, 1, 2, 3, 4, 5),
                Exclude = ["*.o", "obj"],
                Files = [new() { Directory = "src", Names = ["a", "b"] }, new() { Directory = "docs", Names = ["c"] }],
            }.ToArguments());
        Assert.Throws<ArgumentException>(static () => new Tar { Create = true, Extract = true }.ToArguments());
        Assert.Equal("Names", Assert.Throws<ArgumentException>(static () => new Tar { Files = [new() { Names = ["--checkpoint-action=exec=sh"] }] }.ToArguments()).ParamName);
    }

    [Fact]
    public void Curls_transfers_have_their_own_options()
    {
        var curl = new Curl
        {
            Silent = true,
            First = new() { User = "me:secret", Headers = new Dictionary<string, string> { ["Accept"] = "a/b; q=1" }, MaxTime = TimeSpan.FromSeconds(2.5), Url = new("http://h/a b") },
            Others = [new() { Method = "POST", Data = "@file", Output = "out", Url = new("http://h/c") }],
        };
        Assert.Equal(
            ["--silent", "--user", "me:secret", "--header", "Accept: a/b; q=1", "--max-time", "2.5", "http://h/a b", "--next", "--request", "POST", "--data-raw", "@file", "--output", "out", "http://h/c"],
            curl.ToArguments());
        Assert.DoesNotContain("secret", curl.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sshs_command_is_one_word() => Assert.Equal(
        ["-p", "22", "-t", "-t", "-J", "a,b", "-o", "BatchMode=yes", "-L", "8080:localhost:80", "build1", "df -h '/my files' 'it'\\''s'"],
        new Ssh
        {
            Port = 22,
            Terminal = 2,
            Jumps = ["a", "b"],
            Settings = new Dictionary<string, string> { ["BatchMode"] = "yes" },
            Forwards = [(8080, "localhost:80")],
            Host = "build1",
            Command = new Executable("df")["-h", "/my files", "it's"],
        }.ToArguments());

    [Fact]
    public void Gccs_libraries_come_after_the_files() => Assert.Equal(
        ["-O2", "-std=c17", "-Wall", "-Wextra", "-DNDEBUG", "-DNAME=\"a b\"", "-Iinc", "-fno-PIC", "-o", "a", "a.c", "b.o", "-Llib", "-Wl,-rpath,/lib", "-lm"],
        new Gcc
        {
            Optimization = "2",
            Standard = "c17",
            Warnings = ["all", "extra"],
            Defines = new Dictionary<string, string?> { ["NDEBUG"] = null, ["NAME"] = "\"a b\"" },
            Includes = [new("inc")],
            PositionIndependent = false,
            Output = "a",
            Files = ["a.c", "b.o"],
            LibraryPaths = [new("lib")],
            Linker = ["-rpath", "/lib"],
            Libraries = ["m"],
        }.ToArguments());

    [Fact]
    public void Gits_paths_come_after_the_marker() => Assert.Equal(
        [
            "-C", "/src", "-c", "core.pager=cat", "log", "--max-count=5", "--since=2026-01-02T03:04:05+02:00", "--author=A", "--author=B", "--decorate=full", "--stat", "--color=never",
            "--no-merges", "main", "^v1", "--", "-odd name",
        ],
        new Git.Log
        {
            Parent = new() { Directory = "/src", Configuration = new Dictionary<string, string> { ["core.pager"] = "cat" } },
            MaxCount = 5,
            Since = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
            Authors = ["A", "B"],
            Decorate = Git.DecorateMode.Full,
            Stat = OptionalValue<int>.Alone,
            Color = Git.When.Never,
            Merges = false,
            Revisions = ["main", "^v1"],
            Paths = ["-odd name"],
        }.ToArguments());

    [Fact]
    public void Pss_lists_are_one_argument() => Assert.Equal(
        ["-p", "1,2", "-o", "pid,rss,args", "--sort=-rss,pid", "--no-headers"],
        new Ps { Processes = [1, 2], Columns = [Ps.Column.Pid, Ps.Column.Memory, Ps.Column.CommandLine], Sort = ["-rss", "pid"], NoHeaders = true }.ToArguments());

    [Fact]
    public void Openssls_choice_is_a_separate_option()
    {
        Assert.Equal(["dgst", "-sha256", "-r", "a"], new OpenSsl.Digest { Algorithm = OpenSsl.Hash.Sha256, Coreutils = true, Files = ["a"] }.ToArguments());
        Assert.Equal(
            ["req", "-x509", "-newkey", "rsa:2048", "-noenc", "-subj", "/CN=a b", "-days", "2", "-addext", "subjectAltName=DNS:a", "-keyout", "k", "-out", "c"],
            new OpenSsl.SelfSigned
            {
                NewKey = "rsa:2048",
                Unencrypted = true,
                Subject = "/CN=a b",
                Days = 2,
                Extensions = new Dictionary<string, string> { ["subjectAltName"] = "DNS:a" },
                KeyFile = "k",
                File = "c",
            }.ToArguments());
    }

    [Fact]
    public void Dockers_pairs_have_several_separators()
    {
        var run = new Docker.Run
        {
            Parent = new() { Context = "remote" },
            Remove = true,
            Init = false,
            Ports = [(80, 8080)],
            Volumes = [("/my data", "/data")],
            Mount = new Dictionary<string, string?> { ["type"] = "tmpfs", ["dst"] = "/t", ["ro"] = null },
            Environment = new Dictionary<string, string?> { ["TOKEN"] = "hidden", ["HOME"] = null },
            Cpus = 0.5,
            StopTimeout = TimeSpan.FromSeconds(5),
            Image = "alpine",
            Command = new Executable("sh")["-c", "echo $HOME"],
        };
        Assert.Equal(
            [
                "--context", "remote", "run", "--rm", "--init=false", "--publish", "80:8080", "--volume", "/my data:/data", "--mount", "type=tmpfs,dst=/t,ro",
                "--env", "TOKEN=hidden", "--env", "HOME", "--cpus", "0.5", "--stop-timeout", "5", "alpine", "sh", "-c", "echo $HOME",
            ],
            run.ToArguments());
        Assert.DoesNotContain("hidden", run.ToString(), StringComparison.Ordinal);
        Assert.Equal("Volumes", Assert.Throws<ArgumentException>(static () => new Docker.Run { Volumes = [("a:b", "c")], Image = "x" }.ToArguments()).ParamName);
        Assert.Equal("Mount", Assert.Throws<ArgumentException>(static () => new Docker.Run { Mount = new Dictionary<string, string?> { ["src"] = "a,ro" }, Image = "x" }.ToArguments()).ParamName);
    }
}
