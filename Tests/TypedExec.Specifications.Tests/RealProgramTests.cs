using System.Net;
using System.Net.Sockets;
using System.Text;
using TypedExec.Specifications.Tests.Programs;
using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>The generated classes run the programs that they are generated from.</summary>
public sealed class RealProgramTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("typedexec-spec-").FullName;

    private ExecFileOptions Here => new() { Cwd = _directory };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Git_commits_and_shows_the_commit()
    {
        Need("git");
        await new Git.Init { Quiet = true }.ExecFile(Here, Cancellation);
        File.WriteAllText(Path.Combine(_directory, "-a file.txt"), "text");
        await new Git.Add { DashDash = true, Pathspec = ["-a file.txt"] }.ExecFile(Here, Cancellation);
        var git = new Git { C = "user.name=Somebody" };
        await new Git.Commit { Parent = git, Message = "It's done", Quiet = true, Author = "Some Body <some@body>" }
            .ExecFile(Here with { Env = new Dictionary<string, string?> { ["GIT_COMMITTER_EMAIL"] = "some@body", ["GIT_COMMITTER_NAME"] = "Some" } }, Cancellation);
        Assert.Equal("It's done\n", (await Git.Log.ExecFile(["-1", "--format=%s"], Here, Cancellation)).Stdout);
    }

    [Fact]
    public async Task Mutually_exclusive_git_options_are_rejected_before_it_runs()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(async () => await new Git.Branch { Column = true, NoColumn = true }.ExecFile(Here, Cancellation));
        Assert.Contains("--column (Column) and --no-column (NoColumn)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tar_packs_and_lists()
    {
        Need("tar");
        File.WriteAllText(Path.Combine(_directory, "a.txt"), "a");
        File.WriteAllText(Path.Combine(_directory, "b.tmp"), "b");
        await new Tar.Create { FileOption = "all.tar", Exclude = ["*.tmp", "*.log"], FileArgument = ["a.txt", "b.tmp"] }.ExecFile(Here, Cancellation);
        Assert.Equal("a.txt\n", (await new Tar.List { File = "all.tar" }.ExecFile(Here, Cancellation)).Stdout);
    }

    [Fact]
    public async Task Find_finds()
    {
        Need("find");
        Directory.CreateDirectory(Path.Combine(_directory, "inner"));
        var found = await Find.CreateBuilder().UpperP().Path("inner").ExecFile(Here, Cancellation);
        Assert.Equal("inner\n", found.Stdout);
    }

    [Fact]
    public async Task Grep_greps()
    {
        Need("grep");
        File.WriteAllText(Path.Combine(_directory, "a.txt"), "one\ntwo\nthree\n");
        var found = await new Grep { SearchPattern = "TWO", IgnoreCase = true, LineNumber = true, AfterContext = "1", FileArgument = ["a.txt"] }.ExecFile(Here, Cancellation);
        Assert.Equal("2:two\n3-three\n", found.Stdout);
    }

    [Fact]
    public async Task Curl_fetches_from_a_server()
    {
        Need("curl");
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var request = AnswerAsync(server);
        var url = $"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/x";
        var result = await new Curl { Silent = true, Header = ["X-One: 1", "X-Two: 2"], Noproxy = "*", UrlArgument = [url] }.ExecFile(Here, Cancellation);
        Assert.Equal("hello", result.Stdout);
        Assert.Contains("X-One: 1\r\nX-Two: 2\r\n", await request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Npm_packs_the_given_folder()
    {
        Need("npm");
        File.WriteAllText(Path.Combine(_directory, "package.json"), """{ "name": "thing", "version": "1.0.0", "scripts": { "say": "echo" } }""");
        var result = await new Npm.Run { Silent = true, Script = "say", Rest = ["--hello"] }.ExecFile(Here, Cancellation);
        Assert.Contains("--hello", result.Stdout, StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAsync(TcpListener server)
    {
        using var client = await server.AcceptTcpClientAsync(Cancellation);
        var stream = client.GetStream();
        var request = new StringBuilder();
        var buffer = new byte[4096];
        while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, Cancellation);
            if (count == 0)
            {
                break;
            }

            request.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"u8.ToArray(), Cancellation);
        return request.ToString();
    }

    private static void Need(string program)
        => Assert.SkipUnless(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program))),
            $"{program} is not installed");
}
