using System.Text.Json.Serialization;
using Xunit;

namespace TypedExec.Generator.Tests.Methods;

/// <summary>Well-known programs through typed methods.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Git_log_branches_and_diffs_are_read()
    {
        SkipWithout("git");
        using var directory = new TemporaryDirectory();
        var git = IGit.Create(new ProcessOptions { Cwd = directory.Path });
        await git.InitAsync("main");
        Assert.Equal("main", await git.CurrentBranchAsync());
        await File.WriteAllTextAsync(Path.Combine(directory.Path, "a b.txt"), "1\n", TestContext.Current.CancellationToken);
        await git.AddAsync(["a b.txt"]);
        await git.CommitAsync("First; $(rm -rf /) \"quoted\"", "Ann O'Hara <ann@example.com>");
        await git.CommitAsync("-second", "Bob <bob@example.com>", allowEmpty: true);

        var commits = await git.LogAsync("HEAD").ToArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["-second", "First; $(rm -rf /) \"quoted\""], commits.Select(static commit => commit.Subject));
        Assert.Equal("Ann O'Hara", commits[1].Author);
        Assert.Single(await git.LogAsync("HEAD", max: 1).ToArrayAsync(TestContext.Current.CancellationToken));
        Assert.Single(await git.LogAsync("HEAD", author: "Bob").ToArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["a b.txt"], await git.FilesAsync());
        Assert.True(await git.IsUnchangedAsync("HEAD"));
        await File.WriteAllTextAsync(Path.Combine(directory.Path, "a b.txt"), "2\n", TestContext.Current.CancellationToken);
        Assert.False(await git.IsUnchangedAsync("HEAD"));
        Assert.Contains("unknown revision", (await Assert.ThrowsAsync<ExecException>(() => git.LogAsync("nothing").ToArrayAsync().AsTask())).Stderr, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => { _ = git.LogAsync("--output=/tmp/x"); });
        Assert.True(await git.VersionAsync() > new Version(2, 0));
    }

    [Fact]
    public async Task Find_yields_each_file_as_it_arrives()
    {
        SkipWithout("find");
        using var directory = new TemporaryDirectory();
        await File.WriteAllTextAsync(Path.Combine(directory.Path, "line\nbreak"), "12345", TestContext.Current.CancellationToken);
        Assert.Equal([("line\nbreak", 5L)], await Find.FilesAsync(directory.Path).ToArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Df_ps_and_ip_output_is_read_from_tables_and_json()
    {
        SkipWithout("df");
        Assert.Contains(await Df.ListAsync("/"), static system => system is { Mount.Length: > 0, Size: >= 0 });
        SkipWithout("ps");
        Assert.Contains(await Ps.ListAsync(), static process => process.Pid == Environment.ProcessId);
        SkipWithout("ip");
        Assert.Contains(await Ip.LinksAsync(), static link => link is { Name: "lo", Mtu: > 0 });
    }

    [Fact]
    public async Task Tar_packs_and_lists()
    {
        SkipWithout("tar");
        using var directory = new TemporaryDirectory();
        await File.WriteAllTextAsync(Path.Combine(directory.Path, "a"), "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(directory.Path, "-b"), "", TestContext.Current.CancellationToken);
        var tar = new Tar { Directory = directory.Path };
        var archive = Path.Combine(directory.Path, "x.tar");
        await tar.CreateAsync(archive, ["a", "-b"]);
        Assert.Equal(["a", "-b"], await Tar.ListAsync(archive));
    }

    [Fact]
    public async Task Node_and_npm_output_is_read_as_json()
    {
        SkipWithout("node");
        Assert.Equal([new Answer("a", 1), new Answer("b", 2)], await Node.AnswersAsync(
            "console.log(JSON.stringify({ name: 'a', value: 1 })); console.log(JSON.stringify({ name: 'b', value: 2 }))").ToArrayAsync(TestContext.Current.CancellationToken));
        SkipWithout("npm");
        Assert.NotEqual("", (await Npm.VersionsAsync()).Node);
    }

    private static void SkipWithout(string program) => Assert.SkipUnless(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program))),
        $"{program} is not installed");

    private sealed class TemporaryDirectory : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("typedexec-methods-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}

internal sealed record Commit(string Hash, string Author, DateTimeOffset Date, string Subject);

[Command("git")]
internal partial interface IGit
{
    [Run("init --quiet --initial-branch={branch}")] Task InitAsync(string branch);
    [Run("symbolic-ref --short HEAD")] Task<string> CurrentBranchAsync(CancellationToken cancellationToken = default);
    [Run("add -- {paths}")] Task AddAsync(IReadOnlyList<string> paths);

    [Run("-c user.name=Test -c user.email=test@example.com commit --quiet --message={message} --author={author} [allowEmpty? --allow-empty]")]
    Task CommitAsync(string message, string author, bool allowEmpty = false);

    [Run("log [--max-count={max}] [--author={author}] [all? --all] --format=%H%x1f%an%x1f%aI%x1f%s {range} [-- {paths}]", FieldSeparator = "\u001f")]
    IAsyncEnumerable<Commit> LogAsync(string range, int? max = null, string? author = null, bool all = false, IReadOnlyList<string>? paths = null);

    [Run("diff --quiet {range}", FalseExitCode = 1)] Task<bool> IsUnchangedAsync(string range);
    [Run("ls-files -z", ItemSeparator = "\0")] Task<string[]> FilesAsync();
    [Run("--version", Pattern = @"(?<version>\d+\.\d+\.\d+)")] Task<Version> VersionAsync();
}

[Command("find")]
internal static partial class Find
{
    [Run(@"{directory} -type f -printf '%f\t%s\0'", FieldSeparator = "\t", ItemSeparator = "\0")]
    public static partial IAsyncEnumerable<(string Name, long Size)> FilesAsync(string directory);
}

internal sealed record FileSystem(string Device, long Size, string Mount);

[Command("df")]
internal static partial class Df
{
    [Run("-k -P -- {path}", Pattern = @"^(?<device>.+?)\s+(?<size>\d+)\s+\d+\s+\d+\s+\S+\s+(?<mount>/.*)$")]
    public static partial Task<FileSystem[]> ListAsync(string path);
}

internal sealed record Running(int Pid, string Name);

[Command("ps")]
internal static partial class Ps
{
    [Run("-e -o pid=,comm=", Pattern = @"^\s*(?<pid>\d+) (?<name>.*)$")] public static partial Task<IReadOnlyList<Running>> ListAsync();
}

internal sealed record Link([property: JsonPropertyName("ifname")] string Name, [property: JsonPropertyName("mtu")] int Mtu);

[Command("ip")]
internal static partial class Ip
{
    [Run("-json link", Json = typeof(ProgramJson))] public static partial Task<Link[]> LinksAsync();
}

[Command("tar")]
internal sealed partial class Tar
{
    [Option("-C")] public string? Directory { get; init; }

    [Run("-cf {archive} -- {members}")] public partial Task CreateAsync(string archive, string[] members);
    [Run("-tf {archive}")] public static partial Task<string[]> ListAsync(string archive);
}

internal sealed record Answer([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("value")] int Value);

[Command("node")]
internal static partial class Node
{
    [Run("--eval={script}", Json = typeof(ProgramJson))] public static partial IAsyncEnumerable<Answer> AnswersAsync(string script);
}

internal sealed record Versions([property: JsonPropertyName("node")] string Node);

[Command("npm")]
internal static partial class Npm
{
    [Run("version --json", Json = typeof(ProgramJson))] public static partial Task<Versions> VersionsAsync();
}

[JsonSerializable(typeof(Link[]))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(Versions))]
internal sealed partial class ProgramJson : JsonSerializerContext;
