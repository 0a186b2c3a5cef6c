using System.IO.Compression;
using System.Text.Json;

namespace TypedExec.Package.Tests;

/// <summary>The package of ready-made specifications, as somebody gets it who adds it and nothing else.</summary>
[Collection(nameof(BuildCollection))]
public sealed class SpecificationsTests(Feed feed)
{
    private const string Name = "TypedExec.Specifications";
    private const string Folder = "typedexec-ready-made/";

    private const string Program = """
        using TypedExec;

        var work = Directory.CreateTempSubdirectory("typedexec-ready-made-");
        try
        {
            ExecFileOptions here = new() { Cwd = work.FullName };
            await new Git.Init { Quiet = true, InitialBranch = "trunk", Directory = "repository" }.ExecFile(here).AsTask().ConfigureAwait(false);
            Git git = new() { UpperC = "repository" };
            var branch = await new Git.Branch { Parent = git, ShowCurrent = true }.ExecFile(here).AsTask().ConfigureAwait(false);
            Console.Write($"git: {branch.Stdout}");

            await File.WriteAllTextAsync(Path.Combine(work.FullName, "a.txt"), "one\ntwo\n").ConfigureAwait(false);
            var found = await new Grep { IgnoreCase = true, LineNumber = true, SearchPattern = "TWO", FileArgument = "a.txt" }.ExecFile(here).AsTask().ConfigureAwait(false);
            Console.Write($"grep: {found.Stdout}");
        }
        finally
        {
            work.Delete(recursive: true);
        }

        foreach (ICommand command in new ICommand[]
        {
            new Docker.Run { Rm = true, Image = "alpine", Command = "date" },
            new Kubectl.Get { Parent = new Kubectl { Namespace = "web" }, Output = Kubectl.Get.Known.Output.Json },
            new Npm.Install { SaveDev = true },
            new Cargo.Build { Release = true },
            new Curl { Silent = true, UrlArgument = "https://example.com" },
            new Tar { Verbose = 1 },
            new Ssh { P = "2222", UserHostname = "you@example.com" },
            new Aws.S3.Ls { Recursive = true },
            new Tool { Mine = true },
        })
        {
            Console.WriteLine(command);
        }

        [Command("git", Specification = "git")] internal sealed partial class Git;
        [Command("grep", Specification = "grep")] internal sealed partial class Grep;
        [Command("docker", Specification = "docker")] internal sealed partial class Docker;
        [Command("kubectl", Specification = "kubectl")] internal sealed partial class Kubectl;
        [Command("npm", Specification = "npm")] internal sealed partial class Npm;
        [Command("cargo", Specification = "cargo.json")] internal sealed partial class Cargo;
        [Command("curl", Specification = "curl")] internal sealed partial class Curl;
        [Command("tar", Specification = "tar")] internal sealed partial class Tar;
        [Command("ssh", Specification = "ssh")] internal sealed partial class Ssh;
        [Command("aws", Specification = "aws/s3")] internal sealed partial class Aws;
        [Command("ffmpeg", Specification = "ffmpeg")] internal sealed partial class Tool;
        """;

    [Fact]
    public async Task A_new_project_runs_ten_programs_that_it_refers_to_by_name()
    {
        await PackAsync();
        using var consumer = await Consumer.CreateAsync(feed, Program, Name);
        consumer.Add("ffmpeg.json", """{ "options": [{ "name": "--mine" }] }""");
        consumer.Add("Directory.Build.props", """<Project><ItemGroup><AdditionalFiles Include="ffmpeg.json" /></ItemGroup></Project>""");
        var build = await consumer.BuildAsync();
        Assert.True(build.ExitCode == 0, build.Stdout);
        Assert.Equal(
            """
            git: trunk
            grep: 2:two
            docker run --rm alpine date
            kubectl --namespace web get --output json
            npm install --save-dev
            cargo build --release
            curl --silent https://example.com
            tar --verbose
            ssh -p 2222 you@example.com
            aws s3 ls --recursive
            ffmpeg --mine

            """,
            await consumer.OutputAsync());
    }

    [Fact]
    public async Task The_package_contains_more_than_700_programs_and_their_license()
    {
        await PackAsync();
        using var package = ZipFile.OpenRead(Package);
        var names = package.Entries.Select(static entry => Uri.UnescapeDataString(entry.FullName)).ToList();
        Assert.InRange(names.Count(static name => name.StartsWith(Folder, StringComparison.Ordinal) && name.IndexOf('/', Folder.Length) < 0 && name.EndsWith(".json", StringComparison.Ordinal)), 701, 800);
        Assert.Contains(Folder + "g++.json", names);
        Assert.Contains(Folder + "aws/s3.json", names);
        Assert.Contains("build/TypedExec.Specifications.props", names);
        Assert.DoesNotContain(names, static name => name.StartsWith("lib/", StringComparison.Ordinal));
        Assert.Contains("Hercules Labs", Read(package, Folder + "LICENSE"), StringComparison.Ordinal);
        Assert.Contains("""<dependency id="TypedExec" version="0.1.0" include="All" />""", Read(package, Name + ".nuspec"), StringComparison.Ordinal);

        var git = JsonDocument.Parse(Read(package, Folder + "git.json")).RootElement;
        Assert.Equal("git", git.GetProperty("name").GetString());
        Assert.Equal(39, git.GetProperty("subcommands").GetArrayLength());
    }

    private string Package => Path.Combine(feed.Companions, $"{Name}.{feed.Version}.nupkg");

    /// <summary>Packed once for all tests: it takes npm, and a while.</summary>
    private async Task PackAsync()
    {
        Programs.SkipWithout("node");
        Programs.SkipWithout("npm");
        if (!File.Exists(Package))
        {
            await feed.PackAsync(Path.Combine(Repository.Root, "Generator", Name), feed.Companions);
        }
    }

    private static string Read(ZipArchive package, string entry)
    {
        using var reader = new StreamReader(package.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }
}
