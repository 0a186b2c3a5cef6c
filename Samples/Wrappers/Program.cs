using TypedExec;
using Wrappers;

// Each command line as a shell would accept it, with secrets masked. Nothing is run.
ICommand[] commands =
[
    new Ffmpeg
    {
        Overwrite = true,
        Inputs = [new() { Start = TimeSpan.FromMinutes(1.5), File = "talk.mkv" }, new() { File = "music.ogg" }],
        Outputs = [new() { Streams = ["0:v", "1:a"], VideoCodec = "copy", File = "talk.mp4" }],
    },
    new Find
    {
        Paths = ["src"],
        Expression =
        [
            new Find.Test { Name = "obj", Prune = true },
            Find.Operator.Or,
            new Find.Test { Name = "*.cs" },
            new Find.Execute { Command = new Executable("wc")["-l", "{}"], End = "+" },
        ],
    },
    new Rsync
    {
        Archive = true,
        Filters = [new Rsync.Include { Pattern = "*.cs" }, new Rsync.Exclude { Pattern = "*" }],
        Sources = ["src/", "docs/"],
        Destination = "backup:/srv",
    },
    new Tar { Create = true, Gzip = true, Archive = "all.tgz", Files = [new() { Directory = "src", Names = ["."] }, new() { Directory = "docs", Names = ["README.md"] }] },
    new Curl
    {
        First = new() { User = "me:secret", Url = new("https://example.com/a") },
        Others = [new() { Method = "POST", Data = "x=1", Url = new("https://example.com/b") }],
    },
    new Ssh { Host = "build1", Forwards = [(8080, "localhost:80")], Command = new Executable("df")["-h", "/my files"] },
    new Gcc { Optimization = "2", Warnings = ["all", "extra"], Defines = new Dictionary<string, string?> { ["NDEBUG"] = null }, Output = "a", Files = ["a.c"], Libraries = ["m"] },
    new Git.Log { Parent = new() { Directory = "/src" }, Since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Revisions = ["main"], Paths = ["-odd name"] },
    new Ps { All = true, Columns = [Ps.Column.Pid, Ps.Column.Memory], Sort = ["-rss"] },
    new OpenSsl.Digest { Algorithm = OpenSsl.Hash.Sha256, Files = ["a"] },
    new Docker.Run { Remove = true, Init = false, Ports = [(80, 8080)], Image = "alpine", Command = new Executable("sh")["-c", "echo $HOME"] },
];

foreach (var command in commands)
{
    Console.WriteLine(command);
}
